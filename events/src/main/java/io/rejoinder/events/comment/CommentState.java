package io.rejoinder.events.comment;

import io.rejoinder.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the owner of its partition holds it, whole.
 *
 * @param id the comment's id
 * @param thread the thread that it answers in
 * @param parent the comment that it replies to
 * @param version 1 for the first state, one more with each that is written
 * @param since the version at which text or verdict last changed: a command is in date if it is
 *     based on this version or a later one
 * @param status where the newest revision stands
 * @param author who wrote it
 * @param createdAt when it was written (for an imported one, there)
 * @param newest the newest revision; its text is empty once withdrawn or erased
 * @param shown the revision that readers see, the last one that was approved
 * @param replaced what readers saw before {@code shown}, so that the decision which changed it can
 *     be taken back; null where they saw nothing, and once withdrawn or erased
 * @param shownSince the version at which what readers see last changed; 0 if they never saw it
 * @param decisions newest last; at most {@link #DECISIONS_KEPT}, older ones without evidence
 * @param outcomes of the last commands, newest last; at most {@link #OUTCOMES_KEPT}
 * @param origin where it was imported from
 * @param at when this state was written
 * @param reports what readers have reported of it; null where nobody has
 * @param earlier the revisions before the newest, oldest first, as far as they are kept: the last
 *     {@link #EARLIER_KEPT}, of {@link #EARLIER_LENGTH} UTF-16 units at most together; null where
 *     there are none
 * @param appeal that its author has asked for another look at a rejection; null for nearly all
 */
public record CommentState(
    CommentId id,
    ThreadId thread,
    @Nullable CommentId parent,
    long version,
    long since,
    Status status,
    Author author,
    Instant createdAt,
    Revision newest,
    @Nullable Revision shown,
    @Nullable Revision replaced,
    long shownSince,
    List<Decision> decisions,
    List<Outcome> outcomes,
    @Nullable Origin origin,
    Instant at,
    @Nullable Reports reports,
    @Nullable List<Revision> earlier,
    @Nullable Appealed appeal)
    implements Event {

  /** Decisions that a state carries at most: with their evidence they stay far below 256 KB. */
  public static final int DECISIONS_KEPT = 16;

  /** Earlier revisions that a state carries at most. */
  public static final int EARLIER_KEPT = 8;

  /** What they may come to, so that a state stays far below 256 KB in UTF-8. */
  public static final int EARLIER_LENGTH = 20_000;

  /** Outcomes that a state carries at most: more than can be waited for at once. */
  public static final int OUTCOMES_KEPT = 16;

  /** Copies the lists; absent ones are empty. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public CommentState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(newest, "newest");
    Objects.requireNonNull(at, "at");
    decisions = decisions == null ? List.of() : List.copyOf(decisions);
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    earlier = earlier == null || earlier.isEmpty() ? null : List.copyOf(earlier);
  }

  /** One that was never changed and that nobody has reported. */
  public CommentState(
      CommentId id,
      ThreadId thread,
      @Nullable CommentId parent,
      long version,
      long since,
      Status status,
      Author author,
      Instant createdAt,
      Revision newest,
      @Nullable Revision shown,
      @Nullable Revision replaced,
      long shownSince,
      List<Decision> decisions,
      List<Outcome> outcomes,
      @Nullable Origin origin,
      Instant at) {
    this(
        id,
        thread,
        parent,
        version,
        since,
        status,
        author,
        createdAt,
        newest,
        shown,
        replaced,
        shownSince,
        decisions,
        outcomes,
        origin,
        at,
        null,
        null,
        null);
  }

  /** The decision that stands; none for a comment withdrawn before it was seen. */
  public Optional<Decision> standing() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  /** The revisions before the newest, oldest first, as far as they are kept. */
  public List<Revision> past() {
    return earlier == null ? List.of() : earlier;
  }

  /** Whether the author waits for an answer to an appeal. */
  public boolean hasOpenAppeal() {
    return appeal != null
        && appeal.answer() == null
        && status == Status.REJECTED
        && appeal.revision() == newest.number();
  }

  /** What became of a command, if it is among the last ones. */
  public Optional<Outcome> outcomeOf(String command) {
    return outcomes.stream().filter(outcome -> outcome.command().equals(command)).findFirst();
  }

  @Override
  public String key() {
    return id.value();
  }

  @Override
  public String eventId() {
    return id + "/" + version;
  }
}
