package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Claim;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Erase;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.Report;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.events.comment.Withdraw;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands about one comment, for the tests of the fold. */
final class Commands {

  static final CommentId ID = new CommentId("0123456789abcdef0123456789abcdef");
  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  static final By ANNA = By.moderator("a1", "anna");
  static final By BELA = By.moderator("b2", "bela");
  private static final ThreadId THREAD = new ThreadId("heat");
  private static final Author AUTHOR = new Author("Vincent", null, null);

  private Commands() {}

  static Submit submit(String text) {
    return new Submit(ID.value(), ID, THREAD, null, AUTHOR, text, AT);
  }

  static Revise revise(String command, int basedOn, String text) {
    return new Revise(command, ID, basedOn, text, AT.plusSeconds(60));
  }

  static Claim claim(String command, String reader, String name) {
    return new Claim(command, ID, new Author(name, null, null, reader, true), AT.plusSeconds(80));
  }

  static Withdraw withdraw(String command) {
    return new Withdraw(command, ID, AT.plusSeconds(90));
  }

  static Erase erase(String command) {
    return new Erase(command, ID, AT.plusSeconds(120));
  }

  /** By this reader, in a thread where two are enough. */
  static Report report(String reader, String reason, @Nullable String text) {
    return report(reader, null, reason, text);
  }

  /** The same from a network address. */
  static Report report(
      String reader, @Nullable String source, String reason, @Nullable String text) {
    return new Report("report-" + reader, ID, reader, source, reason, text, 2, AT.plusSeconds(100));
  }

  static Appeal appeal(String command, int revision) {
    return new Appeal(command, ID, revision, "It is a quotation.", AT.plusSeconds(110));
  }

  static Decide approve(String command, int revision, long basedOn) {
    return decide(command, revision, basedOn, Verdict.APPROVE);
  }

  static Decide reject(String command, int revision, long basedOn) {
    return decide(command, revision, basedOn, Verdict.REJECT);
  }

  /** The same by somebody else. */
  static Decide byBela(Decide decide) {
    return new Decide(
        decide.command(),
        ID,
        decide.revision(),
        decide.basedOn(),
        decide.verdict(),
        decide.reason(),
        BELA,
        decide.at());
  }

  private static Decide decide(String command, int revision, long basedOn, Verdict verdict) {
    String reason = verdict == Verdict.REJECT ? "spam" : null;
    return new Decide(command, ID, revision, basedOn, verdict, reason, ANNA, AT.plusSeconds(30));
  }

  static Undo undo(String command, int decision, long basedOn) {
    return new Undo(command, ID, decision, basedOn, BELA, AT.plusSeconds(45));
  }

  static Import imported(Status status) {
    Instant writtenAt = Instant.parse("2012-01-01T00:00:00Z");
    return new Import(
        ID.value(),
        ID,
        THREAD,
        null,
        AUTHOR,
        "hold this old text",
        writtenAt,
        status,
        status == Status.REJECTED ? "spam" : null,
        new Origin("wordpress", "example.org/1#7"),
        AT);
  }
}
