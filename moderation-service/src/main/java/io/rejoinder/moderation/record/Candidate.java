package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is to be judged.
 *
 * @param comment the comment
 * @param revision the revision's number
 * @param thread the thread that it answers in
 * @param author who wrote it
 * @param text the raw text
 * @param rejectedBefore whether a moderator rejected what this revision replaces
 * @param live whether it belongs to the traffic of now; an imported one does not
 * @param at when it was written, by the clock of the edge that took it
 * @param circumstances how it was posted, where that is known
 */
public record Candidate(
    CommentId comment,
    int revision,
    ThreadId thread,
    Author author,
    String text,
    boolean rejectedBefore,
    boolean live,
    Instant at,
    @Nullable Circumstances circumstances) {

  /** The value of evidence that says that every comment of the thread waits for a moderator. */
  private static final String PREMODERATED = "premoderated";

  /** What a submission brings. */
  public static Candidate of(Submit submit) {
    return new Candidate(
        submit.comment(),
        1,
        submit.thread(),
        submit.author(),
        submit.text(),
        false,
        true,
        submit.at(),
        submit.circumstances());
  }

  /** What an import brings; its time is the one that it was written at, there. */
  public static Candidate of(Import imported) {
    return new Candidate(
        imported.comment(),
        1,
        imported.thread(),
        imported.author(),
        imported.text(),
        false,
        false,
        imported.writtenAt(),
        null);
  }

  /** What an edit brings. */
  static Candidate of(CommentState before, Revise revise) {
    boolean rejected =
        before.status() == Status.REJECTED
            && before
                .standing()
                .filter(decision -> decision.by().kind() == By.Kind.MODERATOR)
                .isPresent();
    return new Candidate(
        before.id(),
        before.newest().number() + 1,
        before.thread(),
        before.author(),
        revise.text(),
        rejected,
        true,
        revise.at(),
        premoderated(before, revise) ? Circumstances.ofPremoderated() : null);
  }

  /**
   * Whether an edit waits for a moderator. An edge that has not read the comment yet cannot know
   * its thread; what it was judged by before says so then.
   */
  private static boolean premoderated(CommentState before, Revise revise) {
    return Boolean.TRUE.equals(revise.premoderated())
        || before.decisions().stream()
            .flatMap(decision -> decision.evidence().stream())
            .anyMatch(evidence -> evidence.values().containsKey(PREMODERATED));
  }
}
