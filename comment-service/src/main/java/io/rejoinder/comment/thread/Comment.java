package io.rejoinder.comment.thread;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as this service keeps it. Times are in milliseconds, as stores keep them.
 *
 * @param id its id
 * @param thread its thread
 * @param parent the comment that it replies to
 * @param version the version of the state that it was taken from
 * @param status where the newest revision stands
 * @param author the author's name as shown
 * @param createdAt when it was written
 * @param newest the newest revision, for its author
 * @param shown the revision that readers see
 * @param html the shown revision rendered and sanitised
 * @param shownSince the version at which what readers see last changed; 0 if they never saw it
 * @param reason the code of the reason for a rejection
 * @param outcomes of the newest commands other than the submission
 * @param imported whether it came from another system
 * @param at when the state was written
 * @param reader the identity of the browser that posted it, where it had one
 * @param mailbox the keyed hash of the e-mail address that was given; null where none was
 * @param verified whether a sign-in vouched for the author's name
 * @param likes how many readers like it
 * @param place where it stands in its thread; null as long as it cannot be read
 * @param appeal how its author stands with an appeal; null where it is not rejected
 */
public record Comment(
    CommentId id,
    ThreadId thread,
    @Nullable CommentId parent,
    long version,
    Status status,
    String author,
    Instant createdAt,
    Revision newest,
    @Nullable Revision shown,
    @Nullable String html,
    long shownSince,
    @Nullable String reason,
    List<Outcome> outcomes,
    boolean imported,
    Instant at,
    @Nullable String reader,
    @Nullable String mailbox,
    boolean verified,
    LikeCount likes,
    @Nullable Place place,
    @Nullable Appealing appeal) {

  /** What a state says; a comment that replies to none has its place at once. */
  public static Comment of(CommentState state) {
    Revision shown = state.shown() == null ? null : millis(state.shown());
    return new Comment(
        state.id(),
        state.thread(),
        state.parent(),
        state.version(),
        state.status(),
        PlainText.line(state.author().name()),
        millis(state.createdAt()),
        millis(state.newest()),
        shown,
        shown == null ? null : Markdown.html(shown.text()),
        state.shownSince(),
        reason(state),
        state.outcomes().stream().filter(it -> !it.command().equals(state.id().value())).toList(),
        state.origin() != null,
        millis(state.at()),
        state.author().reader(),
        mailbox(state),
        Boolean.TRUE.equals(state.author().verified()),
        LikeCount.NONE,
        state.parent() == null ? new Place(state.id(), 0) : null,
        Appealing.of(state));
  }

  private static @Nullable String mailbox(CommentState state) {
    Sealed email = state.author().email();
    return email == null ? null : email.hash();
  }

  private static @Nullable String reason(CommentState state) {
    return state.status() == Status.REJECTED
        ? state.standing().map(Decision::reason).orElse(null)
        : null;
  }

  private static Revision millis(Revision revision) {
    return new Revision(revision.number(), revision.text(), millis(revision.at()));
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether readers ever saw it, or would have if it had had its place. */
  boolean seen() {
    return shownSince > 0;
  }

  /** Whether readers see its text now, as soon as it has its place. */
  boolean visible() {
    return shown != null;
  }

  /** Whether readers can read it now. */
  public boolean readable() {
    return visible() && place != null;
  }

  /** Whether readers see something newer of this than of that, which is the same comment. */
  boolean newerThan(Comment that) {
    return shownSince > that.shownSince
        || (shownSince == that.shownSince && likes.tally() > that.likes.tally());
  }

  Comment at(@Nullable Place where) {
    return with(likes, where);
  }

  Comment liked(LikeCount count) {
    return with(count, place);
  }

  private Comment with(LikeCount count, @Nullable Place where) {
    return new Comment(
        id,
        thread,
        parent,
        version,
        status,
        author,
        createdAt,
        newest,
        shown,
        html,
        shownSince,
        reason,
        outcomes,
        imported,
        at,
        reader,
        mailbox,
        verified,
        count,
        where,
        appeal);
  }
}
