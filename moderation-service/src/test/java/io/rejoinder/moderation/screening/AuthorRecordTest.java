package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.settings.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorRecordTest {

  private static final By MODERATOR = By.moderator("a", "anna");
  private static final Sealed HOME = new Sealed("box", "home");
  private static final Sealed CAFE = new Sealed("box", "cafe");
  private static final Sealed EMAIL = new Sealed("box", "neil@example.com");
  private static final Author NEIL = new Author("Neil", EMAIL, HOME);

  private final AuthorRecord screen =
      new AuthorRecord(new ScreeningProperties.Authors(Duration.ofDays(180), 1024));
  private int comments;

  private static Decision decision(int number, Status outcome, By by, @Nullable Integer undoes) {
    return new Decision(number, 1, outcome, by, null, "why", undoes, Map.of(), List.of(), Texts.AT);
  }

  private CommentId comment() {
    return new CommentId("%032x".formatted(++comments));
  }

  private static CommentState state(
      CommentId id, Author author, Instant written, List<Decision> decisions) {
    Revision revision = new Revision(1, "text", written);
    return new CommentState(
        id,
        new ThreadId("heat"),
        null,
        decisions.size(),
        1,
        decisions.get(decisions.size() - 1).outcome(),
        author,
        written,
        revision,
        null,
        null,
        0,
        decisions,
        List.of(),
        null,
        Texts.AT);
  }

  private void decided(Author author, Status outcome, By by) {
    decided(comment(), author, decision(1, outcome, by, null));
  }

  private void decided(CommentId id, Author author, Decision... decisions) {
    Instant written = Texts.AT.minus(Duration.ofDays(10));
    screen.decided(Decided.of(state(id, author, written, List.of(decisions))));
  }

  private Evidence record(Author author) {
    return record(author, Texts.AT);
  }

  private Evidence record(Author author, Instant at) {
    return screen.examine(
        new Screening.Text(comment(), new ThreadId("heat"), author, "text", false, true, at)
            .subject(Lists.NONE));
  }

  @Test
  void authorWithoutARecordIsNeitherTrustedNorDistrusted() {
    assertThat(record(NEIL).weight()).isZero();
    assertThat(record(NEIL).values()).containsEntry("approved", "0").containsEntry("rejected", "0");
  }

  @Test
  void approvalsSpeakForAnAuthorAndRejectionsAgainst() {
    List<Double> good = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      decided(NEIL, Status.APPROVED, MODERATOR);
      good.add(record(NEIL).weight());
    }
    assertThat(good).isSortedAccordingTo((a, b) -> Double.compare(b, a)).allMatch(w -> w >= -3);
    assertThat(good.get(0)).isBetween(-0.7, -0.3);
    Author other = new Author("Vincent", null, CAFE);
    decided(other, Status.REJECTED, MODERATOR);
    assertThat(record(other).weight()).isBetween(1.5, 2.0);
    assertThat(record(NEIL).sentence())
        .isEqualTo(
            "of this author people approved 60 before, the first 10 days ago, and rejected 0");
  }

  @Test
  void neitherNameNorEmailNorAddressAloneRaisesTrust() {
    decided(NEIL, Status.APPROVED, MODERATOR);
    assertThat(record(new Author("Neil", EMAIL, CAFE)).weight()).isZero();
    assertThat(record(new Author("Neil", EMAIL, null)).weight()).isZero();
    assertThat(record(new Author("Neil", null, HOME)).weight()).isZero();
    assertThat(record(new Author("Vincent", null, HOME)).weight()).isZero();
    assertThat(record(new Author("Anything", EMAIL, HOME)).weight()).isNegative();
  }

  @Test
  void addressAndNameRaiseTrustWhereNoEmailIsGiven() {
    decided(new Author("Neil", null, HOME), Status.APPROVED, MODERATOR);
    assertThat(record(new Author(" neil", null, HOME)).weight()).isNegative();
    assertThat(record(new Author("Vincent", null, HOME)).weight()).isZero();
  }

  @Test
  void claimedEmailOrTheAddressAloneLowersTrust() {
    decided(NEIL, Status.REJECTED, MODERATOR);
    assertThat(record(new Author("Other", EMAIL, CAFE)).weight()).isPositive();
    assertThat(record(new Author("Other", null, HOME)).weight()).isPositive();
    assertThat(record(new Author("Neil", null, CAFE)).weight()).isZero();
  }

  @Test
  void whatThePlatformDecidedItselfDoesNotCount() {
    decided(NEIL, Status.APPROVED, By.SCREENING);
    decided(NEIL, Status.REJECTED, By.SCREENING);
    assertThat(record(NEIL).weight()).isZero();
  }

  @Test
  void importedDecisionsCountAsTheirSourceSaysAndOnce() {
    CommentId id = comment();
    decided(id, NEIL, decision(1, Status.APPROVED, By.IMPORT, null));
    decided(id, NEIL, decision(1, Status.APPROVED, By.IMPORT, null));
    assertThat(record(NEIL).values()).containsEntry("approved", "1").containsEntry("days", "10");
  }

  @Test
  void undoTakesBackAndLeavesWhatAPersonDecidedBefore() {
    CommentId id = comment();
    Decision held = decision(1, Status.HELD, By.SCREENING, null);
    Decision approved = decision(2, Status.APPROVED, MODERATOR, null);
    Decision rejected = decision(3, Status.REJECTED, MODERATOR, null);
    decided(id, NEIL, held, approved);
    decided(id, NEIL, held, approved, rejected);
    assertThat(record(NEIL).values()).containsEntry("approved", "0").containsEntry("rejected", "1");
    decided(id, NEIL, held, approved, rejected, decision(4, Status.APPROVED, MODERATOR, 3));
    assertThat(record(NEIL).values()).containsEntry("approved", "1").containsEntry("rejected", "0");
    decided(id, NEIL, held, approved, decision(3, Status.HELD, MODERATOR, 2));
    assertThat(record(NEIL).weight()).isZero();
  }

  @Test
  void recordExpires() {
    decided(NEIL, Status.REJECTED, MODERATOR);
    assertThat(record(NEIL, Texts.AT.plus(Duration.ofDays(169))).weight()).isPositive();
    assertThat(record(NEIL, Texts.AT.plus(Duration.ofDays(171))).weight()).isZero();
  }

  @Test
  void sameValuesGiveTheSameEvidenceAgain() {
    decided(NEIL, Status.APPROVED, MODERATOR);
    Evidence first = record(NEIL);
    decided(NEIL, Status.REJECTED, MODERATOR);
    assertThat(screen.weigh(Texts.subject("text"), first.values())).isEqualTo(first);
  }
}
