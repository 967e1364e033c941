package io.rejoinder.comment;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of comments as moderation writes them. */
public final class States {

  /** The time of the first comment of all tests. */
  public static final Instant BEGIN = Instant.parse("2026-03-04T05:06:07.089Z");

  private final CommentId id;
  private final String thread;
  private final @Nullable CommentId parent;
  private final Instant createdAt;
  private final List<Outcome> outcomes;
  private String name = "Ada";
  private @Nullable String reader;
  private @Nullable Boolean verified;
  private @Nullable Sealed email;

  private States(
      CommentId id,
      String thread,
      @Nullable CommentId parent,
      Instant createdAt,
      List<Outcome> outcomes) {
    this.id = id;
    this.thread = thread;
    this.parent = parent;
    this.createdAt = createdAt;
    this.outcomes = outcomes;
  }

  /** An id that reads like its number. */
  public static CommentId id(int number) {
    return new CommentId("%032x".formatted(number));
  }

  /** The states of a root, written as many seconds after the first as its number says. */
  public static States of(int number, String thread) {
    return new States(id(number), thread, null, BEGIN.plusSeconds(number), List.of());
  }

  /** The states of a comment that was posted. */
  public static States of(CommentId id, String thread) {
    return new States(id, thread, null, BEGIN, List.of());
  }

  /** The same as a reply. */
  public States replyTo(CommentId parentId) {
    return new States(id, thread, parentId, createdAt, outcomes);
  }

  /** The same, written then. */
  public States at(Instant writtenAt) {
    return new States(id, thread, parent, writtenAt, outcomes);
  }

  /** The same with what became of a command. */
  public States after(Outcome outcome) {
    return new States(id, thread, parent, createdAt, List.of(outcome)).named(name);
  }

  /** Under this name from now on; Ada before. */
  public States named(String author) {
    name = author;
    return this;
  }

  /** Posted by somebody who is signed in from now on. */
  public States verified() {
    verified = true;
    return this;
  }

  /** Posted by this reader from now on. */
  public States by(String readerId) {
    reader = readerId;
    return this;
  }

  /** With this e-mail address from now on. */
  public States from(String address) {
    email = sealed(address);
    return this;
  }

  /** A value as this installation keeps it. */
  public static Sealed sealed(String value) {
    return new Sealer(Platform.secret()).seal(value);
  }

  /** Approved, with one revision. */
  public CommentState approved(long version) {
    return approved(version, 1, "text of " + id);
  }

  /** Approved, with a revision and its text. */
  public CommentState approved(long version, int revision, String text) {
    Revision shown = new Revision(revision, text, createdAt.plusSeconds(revision - 1L));
    return state(version, Status.APPROVED, shown, shown, version);
  }

  /** Held, never seen. */
  public CommentState held(long version) {
    return state(version, Status.HELD, new Revision(1, "text of " + id, createdAt), null, 0);
  }

  /** Rejected, never seen. */
  public CommentState rejected(long version) {
    return state(version, Status.REJECTED, new Revision(1, "text of " + id, createdAt), null, 0);
  }

  /** Rejected, and its author has asked for another look, which this decision answered. */
  public CommentState appealed(long version, @Nullable Integer answer) {
    CommentState rejected = rejected(version);
    return new CommentState(
        rejected.id(),
        rejected.thread(),
        rejected.parent(),
        version,
        version,
        rejected.status(),
        rejected.author(),
        rejected.createdAt(),
        rejected.newest(),
        null,
        null,
        0,
        rejected.decisions(),
        rejected.outcomes(),
        null,
        rejected.at(),
        null,
        null,
        new Appealed(1, 2, "I quoted it.", rejected.at(), List.of(), answer, null));
  }

  /** Rejected after readers had seen it. */
  public CommentState removed(long version) {
    return state(
        version, Status.REJECTED, new Revision(1, "text of " + id, createdAt), null, version);
  }

  /** Taken back by its author after readers had seen it. */
  public CommentState withdrawn(long version) {
    return state(version, Status.WITHDRAWN, new Revision(1, "", createdAt), null, version);
  }

  /** Nothing is left of it. */
  public CommentState erased(long version) {
    return state(version, Status.ERASED, new Revision(1, "", createdAt), null, version);
  }

  private CommentState state(
      long version, Status status, Revision newest, @Nullable Revision shown, long shownSince) {
    String reason = status == Status.REJECTED ? "spam" : null;
    Decision decision =
        new Decision(
            1,
            newest.number(),
            judgement(status),
            By.SCREENING,
            reason,
            "why",
            null,
            Map.of(),
            List.of(),
            createdAt);
    return new CommentState(
        id,
        new ThreadId(thread),
        parent,
        version,
        version,
        status,
        new Author(name, status == Status.ERASED ? null : email, null, reader, verified),
        createdAt,
        newest,
        shown,
        null,
        shownSince,
        List.of(decision),
        outcomes,
        null,
        createdAt.plusSeconds(version));
  }

  private static Status judgement(Status status) {
    return status.terminal() ? Status.APPROVED : status;
  }
}
