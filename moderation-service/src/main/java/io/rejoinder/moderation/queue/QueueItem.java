package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.record.Opinions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the queue keeps it. Times are in milliseconds, as the store holds them.
 *
 * @param id the comment's id
 * @param listing the list that it stands on; null for none
 * @param blind whether people are asked about it without being told what was decided
 * @param judgedBy the accounts that have answered while others are asked
 * @param thread the thread that it answers in
 * @param parent the id of the comment that it replies to
 * @param version of the state that this was made of
 * @param revision the newest revision's number
 * @param status of the newest revision
 * @param author the author's name
 * @param text the newest revision; empty where the comment stands on no list
 * @param createdAt when the comment was written
 * @param submittedAt when its newest revision was
 * @param shown whether readers see a revision of it
 * @param why one sentence: why it waits, or what was decided
 * @param evidence what spoke for or against it
 * @param reports what readers have reported of it since a moderator last decided, newest last
 * @param decision the one that stands
 * @param outcomes of the last commands: what is answered to a command that is sent again
 */
record QueueItem(
    String id,
    @Nullable Listing listing,
    boolean blind,
    List<String> judgedBy,
    String thread,
    @Nullable String parent,
    long version,
    int revision,
    Status status,
    String author,
    String text,
    Instant createdAt,
    Instant submittedAt,
    boolean shown,
    @Nullable String why,
    List<Evidence> evidence,
    List<Reported> reports,
    @Nullable Decided decision,
    List<Outcome> outcomes) {

  static QueueItem of(CommentState state) {
    Listing listing = Listing.of(state).orElse(null);
    Opinions opinions = Opinions.of(state);
    boolean listed = listing != null || opinions.wanted();
    return new QueueItem(
        state.id().value(),
        listing,
        opinions.wanted(),
        opinions.wanted() ? opinions.accounts() : List.of(),
        state.thread().value(),
        state.parent() == null ? null : state.parent().value(),
        state.version(),
        state.newest().number(),
        state.status(),
        listed ? state.author().name() : "",
        listed ? state.newest().text() : "",
        state.createdAt().truncatedTo(ChronoUnit.MILLIS),
        state.newest().at().truncatedTo(ChronoUnit.MILLIS),
        state.shown() != null,
        why(state),
        listed ? evidence(state) : List.of(),
        listed ? reports(state) : List.of(),
        state.standing().map(Decided::of).orElse(null),
        state.outcomes());
  }

  /** Whether this account is not to know what was decided. */
  boolean hiddenFrom(String account) {
    return blind && !judgedBy.contains(account);
  }

  /** What became of a command, if it is among the last ones. */
  Optional<Outcome> outcomeOf(String command) {
    return outcomes.stream().filter(outcome -> outcome.command().equals(command)).findFirst();
  }

  /** A comment that waits says what it waits for, also after an undo. */
  private static @Nullable String why(CommentState state) {
    boolean byReaders =
        state.standing().filter(it -> it.by().kind() == By.Kind.READERS).isPresent();
    if (state.status() == Status.HELD && !byReaders) {
      Decision judged = lastWithEvidence(state);
      if (judged != null && judged.outcome() == Status.HELD) {
        return judged.why();
      }
    }
    return state.standing().map(Decision::why).orElse(null);
  }

  private static List<Reported> reports(CommentState state) {
    return state.reports() == null ? List.of() : state.reports().unsettled();
  }

  private static List<Evidence> evidence(CommentState state) {
    Decision judged = lastWithEvidence(state);
    return judged == null
        ? List.of()
        : judged.evidence().stream()
            .filter(QueueItem::saysSomething)
            .map(QueueItem::withoutValues)
            .toList();
  }

  /** Screens that found nothing stay in the decision, and are no reading for a moderator. */
  private static boolean saysSomething(Evidence evidence) {
    return evidence.weight() != 0 || evidence.values().containsKey("failed");
  }

  /** What it was drawn from stays in the decision, too. */
  private static Evidence withoutValues(Evidence evidence) {
    return new Evidence(
        evidence.screen(), evidence.weight(), evidence.sentence(), evidence.spans(), Map.of());
  }

  private static @Nullable Decision lastWithEvidence(CommentState state) {
    Decision last = null;
    for (Decision decision : state.decisions()) {
      if (decision.revision() == state.newest().number() && !decision.evidence().isEmpty()) {
        last = decision;
      }
    }
    return last;
  }

  /**
   * A decision as moderators see it.
   *
   * @param number counts up for each comment
   * @param revision that was judged
   * @param by who or what decided
   * @param outcome approved, held or rejected
   * @param reason the code of a rejection
   * @param at when
   */
  record Decided(
      int number, int revision, Who by, Status outcome, @Nullable String reason, Instant at) {

    static Decided of(Decision decision) {
      return new Decided(
          decision.number(),
          decision.revision(),
          new Who(decision.by().kind(), decision.by().name()),
          decision.outcome(),
          decision.reason(),
          decision.at().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /**
   * Who decided.
   *
   * @param kind person or machine
   * @param name of a moderator
   */
  record Who(By.Kind kind, @Nullable String name) {}
}
