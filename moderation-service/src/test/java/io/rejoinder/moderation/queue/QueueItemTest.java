package io.rejoinder.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.events.comment.Withdraw;
import io.rejoinder.events.thread.ThreadState;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import io.rejoinder.projection.Received;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueItemTest {

  private static final CommentId ID = new CommentId(Items.id(1));
  private static final Author AUTHOR = new Author("Neil", null, null);
  private static final By ANNA = By.moderator("a", "anna");

  private static CommentState state(Status ruled) {
    return state(ruled, null);
  }

  private static CommentState state(Status ruled, @Nullable Sample sample) {
    Ruling ruling =
        new Ruling(
            ruled,
            null,
            "why of screening",
            Map.of(),
            List.of(
                new Evidence("links", 1, "3 links", List.of(), Map.of("links", "3")),
                new Evidence("flood", 0, "an ordinary pace", List.of(), Map.of())),
            sample);
    Submit submit =
        new Submit(ID.value(), ID, new ThreadId("heat"), null, AUTHOR, "text", Items.AT);
    return written(new Fold(candidate -> ruling).fold(null, submit).written());
  }

  private static CommentState written(@Nullable CommentState state) {
    return Objects.requireNonNull(state);
  }

  private static CommentState then(
      CommentState state, io.rejoinder.events.comment.CommentCommand command) {
    Fold fold =
        new Fold(
            candidate -> {
              throw new AssertionError("nothing to judge");
            });
    return written(fold.fold(state, command).written());
  }

  private static Decide decide(Verdict verdict) {
    return new Decide("c1", ID, 1, 1, verdict, null, ANNA, Items.AT);
  }

  @Test
  void whatIsHeldIsListedWithWhatSpokeAgainstIt() {
    QueueItem item = QueueItem.of(state(Status.HELD));
    assertThat(item.listing()).isEqualTo(Listing.HELD);
    assertThat(item.why()).isEqualTo("why of screening");
    assertThat(item.evidence()).extracting(Evidence::screen).containsExactly("links");
  }

  @Test
  void whatWasApprovedWithoutAPersonCostsNoWrite() {
    CommentState approved = state(Status.APPROVED);
    assertThat(Listing.of(approved)).isEmpty();
    assertThat(Listing.concerns(approved)).isFalse();
  }

  @Test
  void whatAPersonDecidedIsListed() {
    assertThat(QueueItem.of(then(state(Status.HELD), decide(Verdict.APPROVE))).listing())
        .isEqualTo(Listing.APPROVED);
    assertThat(QueueItem.of(then(state(Status.HELD), decide(Verdict.REJECT))).listing())
        .isEqualTo(Listing.REJECTED);
    assertThat(QueueItem.of(state(Status.REJECTED)).listing()).isEqualTo(Listing.REJECTED);
  }

  @Test
  void aSampledItemTellsNothingToThoseWhoAreToJudgeIt() {
    CommentState rejected = state(Status.REJECTED, new Sample(0.01, 2));
    assertThat(Listing.concerns(state(Status.APPROVED, new Sample(0.01, 1)))).isTrue();
    ItemView view = view(rejected, "a");
    assertThat(view.text()).isEqualTo("text");
    assertThat(view.status()).isEqualTo("sampled");
    assertThat(view.why()).isNull();
    assertThat(view.evidence()).isEmpty();
    assertThat(view.decision()).isNull();

    CommentState approved = then(rejected, decide(Verdict.APPROVE));
    assertThat(view(approved, "a").status()).isEqualTo("approved");
    assertThat(view(approved, "a").evidence()).isNotEmpty();
    assertThat(view(approved, "b").status()).isEqualTo("sampled");
    assertThat(view(approved, "b").shown()).isFalse();
  }

  @Test
  void anOrdinaryItemIsOpenToAll() {
    assertThat(view(state(Status.REJECTED), "a").status()).isEqualTo("rejected");
    assertThat(QueueItem.of(state(Status.HELD, null)).blind()).isFalse();
  }

  private static ItemView view(CommentState state, String account) {
    Reviews reviews = new Reviews(Map.of(), "http://site", new SimpleMeterRegistry());
    return ItemView.of(QueueItem.of(state), reviews, account);
  }

  @Test
  void aThreadOfAnotherPageIsShownWithTheTitleAndAddressThatCameFirst() {
    Reviews reviews = new Reviews(Map.of(), "http://site", new SimpleMeterRegistry());
    ThreadState opened =
        new ThreadState(
            new ThreadId("blog--night"),
            1,
            "blog",
            "https://blog.example/night",
            "A night",
            Items.AT,
            null,
            Items.AT);
    ThreadState late =
        new ThreadState(
            opened.id(), 1, "blog", "https://blog.example/other", "Late", Items.AT, null, Items.AT);
    reviews.seen(new Received(0, 0, opened, false));
    reviews.seen(new Received(0, 1, late, false));
    assertThat(reviews.of("blog--night"))
        .isEqualTo(new Reviews.Page("A night", "https://blog.example/night"));
    assertThat(reviews.of("blog--other")).isEqualTo(new Reviews.Page("blog--other", null));
  }

  @Test
  void whatWasUndoneWaitsForItsFirstReason() {
    CommentState approved = then(state(Status.HELD), decide(Verdict.APPROVE));
    QueueItem item = QueueItem.of(then(approved, new Undo("c2", ID, 2, 2, ANNA, Items.AT)));
    assertThat(item.listing()).isEqualTo(Listing.HELD);
    assertThat(item.why()).isEqualTo("why of screening");
  }

  @Test
  void whatWasWithdrawnLeavesWithoutItsContent() {
    CommentState gone = then(state(Status.HELD), new Withdraw("w", ID, Items.AT));
    assertThat(Listing.concerns(gone)).isTrue();
    QueueItem item = QueueItem.of(gone);
    assertThat(item.listing()).isNull();
    assertThat(item.author()).isEmpty();
    assertThat(item.text()).isEmpty();
    assertThat(item.evidence()).isEmpty();
  }

  @Test
  void whatWasImportedDecidedIsOnNoList() {
    Import imported =
        new Import(
            ID.value(),
            ID,
            new ThreadId("heat"),
            null,
            AUTHOR,
            "text",
            Items.AT,
            Status.REJECTED,
            "spam",
            new Origin("wordpress", "x#1"),
            Items.AT);
    Ruling ruling = new Ruling(Status.APPROVED, null, "why", Map.of(), List.of());
    CommentState state = written(new Fold(candidate -> ruling).fold(null, imported).written());
    assertThat(Listing.of(state)).isEmpty();
  }
}
