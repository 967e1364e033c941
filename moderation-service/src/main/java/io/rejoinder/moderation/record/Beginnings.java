package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first state of a comment. */
final class Beginnings {

  /** Who wrote what is erased, or was never seen. */
  static final Author NOBODY = new Author("", null, null);

  private static final Map<Status, String> IMPORTED =
      Map.of(
          Status.APPROVED, "Imported as approved",
          Status.HELD, "Imported as waiting",
          Status.REJECTED, "Imported as rejected");

  private Beginnings() {}

  static Folded of(Submit submit, Ruling ruling) {
    Revision revision = new Revision(1, submit.text(), submit.at());
    boolean visible = ruling.outcome() == Status.APPROVED;
    return new Folded(
        new CommentState(
            submit.comment(),
            submit.thread(),
            submit.parent(),
            1,
            1,
            ruling.outcome(),
            submit.author(),
            submit.at(),
            revision,
            visible ? revision : null,
            null,
            visible ? 1 : 0,
            List.of(decision(1, revision, ruling)),
            applied(submit),
            null,
            submit.at()),
        NextState.result(ruling.outcome()));
  }

  /** An import keeps the verdict that it had; what the screens say is kept beside it. */
  static Folded of(Import imported, Ruling ruling) {
    Status status = IMPORTED.containsKey(imported.status()) ? imported.status() : Status.HELD;
    Revision revision = new Revision(1, imported.text(), imported.writtenAt());
    boolean visible = status == Status.APPROVED;
    return new Folded(
        new CommentState(
            imported.comment(),
            imported.thread(),
            imported.parent(),
            1,
            1,
            status,
            imported.author(),
            imported.writtenAt(),
            revision,
            visible ? revision : null,
            null,
            visible ? 1 : 0,
            List.of(decision(imported, status, ruling)),
            applied(imported),
            imported.origin(),
            imported.at()),
        NextState.result(status));
  }

  /**
   * A withdrawal or erasure that came before its submission: the mark that keeps it from coming to
   * life.
   */
  static Folded nothing(CommentCommand command, Status terminal) {
    return new Folded(
        new CommentState(
            command.comment(),
            ThreadId.UNKNOWN,
            null,
            1,
            1,
            terminal,
            NOBODY,
            command.at(),
            new Revision(0, "", command.at()),
            null,
            null,
            0,
            List.of(),
            applied(command),
            null,
            command.at()),
        NextState.result(terminal));
  }

  static Decision decision(int number, Revision revision, Ruling ruling) {
    return new Decision(
        number,
        revision.number(),
        ruling.outcome(),
        By.SCREENING,
        ruling.reason(),
        ruling.why(),
        null,
        ruling.versions(),
        ruling.evidence(),
        revision.at(),
        ruling.sampled());
  }

  private static Decision decision(Import imported, Status status, Ruling ruling) {
    @Nullable String reason = status == Status.REJECTED ? imported.reason() : null;
    return new Decision(
        1,
        1,
        status,
        By.IMPORT,
        reason,
        IMPORTED.getOrDefault(status, "Imported"),
        null,
        ruling.versions(),
        ruling.evidence(),
        imported.at());
  }

  private static List<Outcome> applied(CommentCommand command) {
    return List.of(new Outcome(command.command(), null, 1));
  }
}
