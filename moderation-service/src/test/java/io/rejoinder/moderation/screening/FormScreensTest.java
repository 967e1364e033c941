package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.Evidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormScreensTest {

  private static Evidence form(Integer seconds, boolean honeypot) {
    return new FormFacts().examine(Texts.subject(new Circumstances(seconds, honeypot, false)));
  }

  @Test
  void filledHoneypotIsStrongEvidence() {
    assertThat(form(60, true).weight()).isGreaterThanOrEqualTo(3.0);
    assertThat(form(60, true).sentence()).contains("no person sees");
  }

  @Test
  void formFilledTooFastIsMediumEvidence() {
    assertThat(form(0, false).weight()).isBetween(1.0, 2.0);
    assertThat(form(3, false).weight()).isZero();
  }

  @Test
  void postWithoutAFormIsNoEvidence() {
    assertThat(form(null, false).weight()).isZero();
    assertThat(new FormFacts().examine(Texts.subject("text")).weight()).isZero();
    assertThat(new EmailDomain().examine(Texts.subject("text")).weight()).isZero();
  }

  @Test
  void disposableAddressIsWeakEvidence() {
    Evidence evidence =
        new EmailDomain().examine(Texts.subject(new Circumstances(null, false, true)));
    assertThat(evidence.weight()).isBetween(0.5, 1.5);
  }

  @Test
  void whoPostsWhereCommentsWaitForAModeratorIsHeldForThat() {
    Circumstances waiting = new Circumstances(41, false, false, true);
    Evidence evidence = new Premoderated().examine(Texts.subject(waiting));
    assertThat(evidence.values()).containsEntry("hold", "1");
    assertThat(evidence.sentence()).contains("waits for a moderator");
    assertThat(new Premoderated().weigh(Texts.subject("text"), Map.of("premoderated", "1")))
        .isEqualTo(evidence);
    assertThat(new Premoderated().examine(Texts.subject("text")).values()).isEmpty();
  }

  @Test
  void whatWasDrawnOfAFormIsWeighedAgainWithoutIt() {
    Evidence before = form(1, true);
    assertThat(new FormFacts().weigh(Texts.subject("text"), before.values())).isEqualTo(before);
  }
}
