package io.rejoinder.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final Holds NONE = new Holds(false, 0, null, null);

  private final Policy policy = new Policy(evidence -> evidence.screen().equals("broken"));

  private static Evidence evidence(String screen, double weight) {
    return evidence(screen, weight, Map.of());
  }

  private static Evidence evidence(String screen, double weight, Map<String, String> values) {
    return new Evidence(screen, weight, screen + " found it", List.of(), values);
  }

  private Policy.Finding decide(Holds holds, Evidence... evidence) {
    return decide(holds, null, null, evidence);
  }

  private Policy.Finding decide(
      Holds holds, @Nullable Rule rule, @Nullable String paused, Evidence... evidence) {
    List<Evidence> found = List.of(evidence);
    return policy.decide(
        new Case("reviews", found, Score.of(found), TestSettings.with(holds), rule, paused));
  }

  @Test
  void nothingAgainstItIsApproved() {
    assertThat(decide(NONE, evidence("links", 1)).outcome()).isEqualTo(Status.APPROVED);
  }

  @Test
  void probablySpamIsHeldForTheHeaviestReasonFirst() {
    Policy.Finding finding =
        decide(NONE, evidence("links", 1), evidence("flood", 3), evidence("words", 0));

    assertThat(finding.outcome()).isEqualTo(Status.HELD);
    assertThat(finding.why()).isEqualTo("Held: flood found it; links found it");
  }

  @Test
  void whatSpeaksForACommentCountsAgainstWhatSpeaksAgainstIt() {
    assertThat(decide(NONE, evidence("flood", 3), evidence("author", -2)).outcome())
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void almostSurelySpamIsRejected() {
    Policy.Finding finding = decide(NONE, evidence("a", 5), evidence("b", 2));

    assertThat(finding.outcome()).isEqualTo(Status.REJECTED);
    assertThat(finding.reason()).isEqualTo("spam");
  }

  @Test
  void whatABannedAuthorWritesIsRejectedWhateverElseIsSaid() {
    Evidence banned = evidence("standing", 0, Map.of("standing", "banned"));
    Policy.Finding finding =
        decide(NONE, null, "paused", evidence("broken", 0), evidence("author", -3), banned);

    assertThat(finding)
        .isEqualTo(new Policy.Finding(Status.REJECTED, "author", "Rejected: standing found it"));
  }

  @Test
  void trustedAuthorIsHeldForNoConditionAndForNoSuspicion() {
    Holds first = new Holds(false, 1, 2, null);
    Evidence links = evidence("links", 3, Map.of("links", "4"));
    Evidence trusted = evidence("standing", 0, Map.of("standing", "trusted"));
    assertThat(decide(first, links).outcome()).isEqualTo(Status.HELD);
    assertThat(decide(first, links, trusted).outcome()).isEqualTo(Status.APPROVED);
    assertThat(decide(first, evidence("a", 9), trusted).outcome()).isEqualTo(Status.REJECTED);
    assertThat(decide(new Holds(true, 0, null, null), trusted).outcome()).isEqualTo(Status.HELD);
    assertThat(decide(new Holds(false, 0, null, null, List.of("reviews"), null), trusted).outcome())
        .isEqualTo(Status.HELD);
    assertThat(decide(new Holds(false, 0, null, null, List.of("shop"), null), trusted).outcome())
        .as("another site")
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void nothingIsSaidTwice() {
    Evidence links =
        new Evidence("links", 3, "4 links", List.of(), Map.of("links", "4", "hold", "1"));
    assertThat(decide(new Holds(false, 0, 2, null), links).why()).isEqualTo("Held: 4 links");
  }

  @Test
  void rejectionIsAHoldWhileItIsPausedAndSaysSo() {
    String paused = "8 of 40 rejections that people judged were wrong";
    Policy.Finding finding = decide(NONE, null, paused, evidence("a", 7));

    assertThat(finding.outcome()).isEqualTo(Status.HELD);
    assertThat(finding.fallenBack()).isTrue();
    assertThat(finding.why())
        .isEqualTo(
            "Held: would have been rejected (a found it); automatic rejection is paused, since 8 of"
                + " 40 rejections that people judged were wrong");
    assertThat(decide(NONE, null, paused, evidence("a", 3)).fallenBack()).isFalse();
  }

  @Test
  void toxicityHoldsByItselfAndIsNoSpam() {
    assertThat(decide(NONE, evidence("toxicity", 4)).why()).isEqualTo("Held: may be toxic");
    assertThat(Score.of(List.of(evidence("toxicity", 9))).spam())
        .isEqualTo(Score.of(List.of()).spam());
  }

  @Test
  void aFindingThatIsReasonByItselfHoldsWhateverSpeaksForTheComment() {
    Policy.Finding finding =
        decide(NONE, evidence("words", 0, Map.of("hold", "1")), evidence("author", -4));

    assertThat(finding.why()).isEqualTo("Held: words found it");
  }

  @Test
  void failedScreenHoldsWhateverTheOthersSay() {
    Policy.Finding finding = decide(NONE, evidence("broken", 0), evidence("b", 9));

    assertThat(finding.outcome()).isEqualTo(Status.HELD);
    assertThat(finding.why()).isEqualTo("Held: screen failed (broken)");
  }

  @Test
  void theSitesConditionsHold() {
    Evidence links = evidence("links", 0, Map.of("links", "2", "images", "1"));
    Evidence author = evidence("author", -1, Map.of("approved", "2"));

    assertThat(decide(new Holds(true, 0, null, null), links).why())
        .isEqualTo("Held: every comment waits here");
    assertThat(decide(new Holds(false, 0, 2, null), links).why()).isEqualTo("Held: 2 links");
    assertThat(decide(new Holds(false, 0, 3, null), links).outcome()).isEqualTo(Status.APPROVED);
    assertThat(decide(new Holds(false, 0, null, 1), links).why()).isEqualTo("Held: 1 images");
    assertThat(decide(new Holds(false, 1, null, null), links).why())
        .isEqualTo("Held: the first comment of its author");
    assertThat(decide(new Holds(false, 3, null, null), author).why())
        .isEqualTo("Held: fewer than 3 comments of its author were approved");
    assertThat(decide(new Holds(false, 2, null, null), author).outcome())
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void whatTheRulesAskForIsDone() {
    Holds everything = new Holds(true, 0, null, null);

    assertThat(decide(everything, rule(Rule.Action.APPROVE), null).outcome())
        .isEqualTo(Status.APPROVED);
    assertThat(decide(NONE, rule(Rule.Action.HOLD), null).why())
        .isEqualTo("Held: rule “Old threads”");
    assertThat(decide(NONE, rule(Rule.Action.REJECT), "paused").outcome())
        .isEqualTo(Status.REJECTED);
  }

  @Test
  void whereOnlyAModeratorApprovesNoRuleDoes() {
    Evidence waits =
        new Evidence(
            "premoderated",
            0,
            "every comment of this thread waits for a moderator",
            List.of(),
            Map.of("premoderated", "1", "hold", "1"));
    assertThat(decide(NONE, waits).why())
        .isEqualTo("Held: every comment of this thread waits for a moderator");
    assertThat(decide(NONE, rule(Rule.Action.APPROVE), null, waits).outcome())
        .isEqualTo(Status.HELD);
    assertThat(decide(NONE, rule(Rule.Action.REJECT), null, waits).outcome())
        .isEqualTo(Status.REJECTED);
  }

  private static Rule rule(Rule.Action action) {
    return new Rule("old", "Old threads", "true", action, Rule.Mode.ENABLED);
  }
}
