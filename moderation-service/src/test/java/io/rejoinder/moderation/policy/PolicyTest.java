package io.rejoinder.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private @Nullable String paused;

  private final Policy policy =
      new Policy(
          new PolicyProperties(1.0, 3.0),
          evidence -> evidence.screen().equals("broken"),
          () -> paused);

  private static Evidence evidence(String screen, double weight) {
    return new Evidence(screen, weight, screen + " found it", List.of(), Map.of());
  }

  @Test
  void nothingAgainstItIsApproved() {
    assertThat(policy.decide(List.of(evidence("links", 0.5))).outcome()).isEqualTo(Status.APPROVED);
  }

  @Test
  void sumAtTheFirstBoundIsHeldForTheHeaviestReasonFirst() {
    Policy.Finding finding =
        policy.decide(
            List.of(evidence("links", 0.2), evidence("flood", 0.8), evidence("words", 0)));
    assertThat(finding.outcome()).isEqualTo(Status.HELD);
    assertThat(finding.why()).isEqualTo("Held: flood found it; links found it");
  }

  @Test
  void sumAtTheSecondBoundIsRejectedAsSpam() {
    Policy.Finding finding = policy.decide(List.of(evidence("a", 2), evidence("b", 1)));
    assertThat(finding.outcome()).isEqualTo(Status.REJECTED);
    assertThat(finding.reason()).isEqualTo("spam");
  }

  @Test
  void rejectionIsAHoldWhileItIsPausedAndSaysSo() {
    paused = "8 of 40 rejections that people judged were wrong";
    Policy.Finding finding = policy.decide(List.of(evidence("a", 4)));
    assertThat(finding.outcome()).isEqualTo(Status.HELD);
    assertThat(finding.fallenBack()).isTrue();
    assertThat(finding.why())
        .isEqualTo(
            "Held: would have been rejected (a found it); automatic rejection is paused, since 8 of"
                + " 40 rejections that people judged were wrong");
    assertThat(policy.decide(List.of(evidence("a", 1))).fallenBack()).isFalse();
  }

  @Test
  void failedScreenHoldsWhateverTheOthersSay() {
    Policy.Finding finding = policy.decide(List.of(evidence("broken", 0), evidence("b", 9)));
    assertThat(finding.outcome()).isEqualTo(Status.HELD);
    assertThat(finding.why()).isEqualTo("Held: screen failed (broken)");
  }

  @Test
  void versionNamesRulesAndBounds() {
    assertThat(policy.version()).isEqualTo("1/1.0/3.0");
  }
}
