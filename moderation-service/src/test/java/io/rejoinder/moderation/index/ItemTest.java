package io.rejoinder.moderation.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Report;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.events.comment.Withdraw;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemTest {

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
                new Evidence(
                    "links",
                    1,
                    "3 links",
                    List.of(),
                    Map.of("links", "3", "domains", "a.example,b.example")),
                new Evidence("score", 0, "spam", List.of(), Map.of("spam", "0.7", "toxic", "0.1")),
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
        new Fold(candidate -> new Ruling(Status.HELD, null, "why again", Map.of(), List.of()));
    return written(fold.fold(state, command).written());
  }

  private static Decide decide(Verdict verdict) {
    return new Decide("c1", ID, 1, 1, verdict, null, ANNA, Items.AT);
  }

  @Test
  void whatIsHeldIsListedWithWhatSpokeAgainstIt() {
    Item item = Item.of(state(Status.HELD));
    assertThat(item.lists()).containsExactly(Listing.HELD);
    assertThat(item.why()).isEqualTo("why of screening");
    assertThat(item.evidence()).extracting(Evidence::screen).containsExactly("links");
    assertThat(item.marks().spam()).isEqualTo(0.7);
    assertThat(item.marks().domains()).containsExactly("a.example", "b.example");
  }

  @Test
  void whatWasApprovedAtOnceIsListedAndNoNews() {
    CommentState approved = state(Status.APPROVED);
    assertThat(Listing.of(approved)).containsExactly(Listing.APPROVED);
    assertThat(Listing.isNews(approved)).isFalse();
    assertThat(Listing.mayBeNews(EventCodec.json().writeValueAsBytes(approved))).isFalse();
    assertThat(Listing.isNews(state(Status.APPROVED, new Sample(0.01, 1)))).isTrue();
  }

  @Test
  void whatAPersonDecidedIsListedByThat() {
    assertThat(Item.of(then(state(Status.HELD), decide(Verdict.APPROVE))).lists())
        .containsExactly(Listing.APPROVED);
    assertThat(Item.of(then(state(Status.HELD), decide(Verdict.REJECT))).lists())
        .containsExactly(Listing.REJECTED);
  }

  @Test
  void whatIsReportedAndPublicIsListedUntilAModeratorDecides() {
    CommentState approved = state(Status.APPROVED);
    CommentState reported =
        then(approved, new Report("r1", ID, "r1", null, "abuse", "!", 0, Items.AT));
    assertThat(Listing.of(reported)).containsExactlyInAnyOrder(Listing.APPROVED, Listing.REPORTED);
    assertThat(Item.of(reported).voices()).isEqualTo(1);
    CommentState rejected = then(reported, decide(Verdict.REJECT));
    assertThat(Listing.of(rejected)).containsExactly(Listing.REJECTED);
  }

  @Test
  void aSampledItemIsHiddenFromThoseWhoAreToJudgeIt() {
    CommentState rejected = state(Status.REJECTED, new Sample(0.01, 2));
    assertThat(Item.of(rejected).hiddenFrom("a")).isTrue();
    CommentState approved = then(rejected, decide(Verdict.APPROVE));
    assertThat(Item.of(approved).hiddenFrom("a")).isFalse();
    assertThat(Item.of(approved).hiddenFrom("b")).isTrue();
    assertThat(Item.of(state(Status.HELD)).blind()).isFalse();
  }

  @Test
  void anItemShowsWhatItWasBeforeItWasChanged() {
    CommentState revised =
        then(state(Status.HELD), new Revise("v", ID, 1, "another text", Items.AT, null));
    assertThat(Item.of(revised).text()).isEqualTo("another text");
    assertThat(Item.of(revised).earlier()).extracting(Revision::text).containsExactly("text");
  }

  @Test
  void whatWasUndoneWaitsForItsFirstReason() {
    CommentState approved = then(state(Status.HELD), decide(Verdict.APPROVE));
    Item item = Item.of(then(approved, new Undo("c2", ID, 2, 2, ANNA, Items.AT)));
    assertThat(item.lists()).containsExactly(Listing.HELD);
    assertThat(item.why()).isEqualTo("why of screening");
    assertThat(item.history()).hasSize(3);
  }

  @Test
  void whatWasWithdrawnLeavesWithoutItsContent() {
    CommentState gone = then(state(Status.HELD), new Withdraw("w", ID, Items.AT));
    assertThat(Listing.isNews(gone)).isTrue();
    Item item = Item.of(gone);
    assertThat(item.lists()).isEmpty();
    assertThat(item.text()).isEmpty();
    assertThat(item.evidence()).isEmpty();
  }
}
