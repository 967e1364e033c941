package io.rejoinder.moderation.screening;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.settings.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Subjects for the tests of screens; each is another comment. */
final class Texts {

  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private int number;

  Screening.Text text(String text) {
    return text("Vincent", "heat", text, AT);
  }

  Screening.Text text(String name, String thread, String text, Instant at) {
    number++;
    CommentId id = new CommentId("%032x".formatted(number));
    Author author = new Author(name, null, new Sealed("box", "address of " + name));
    return new Screening.Text(id, new ThreadId(thread), author, text, false, true, at, null);
  }

  static Subject subject(Circumstances circumstances) {
    CommentId id = new CommentId("%032x".formatted(1));
    Author author = new Author("Vincent", null, null);
    return new Screening.Text(
            id, new ThreadId("heat"), author, "text", false, true, AT, circumstances)
        .subject(Lists.NONE);
  }

  static Subject subject(String text) {
    return subject(text, Lists.NONE);
  }

  static Subject subject(String text, Lists lists) {
    return new Texts().text(text).subject(lists);
  }

  /** The comment whose text that is, after a moderator decided. */
  static CommentState state(Screening.Text text, Status said) {
    By moderator = By.moderator("m1", "Vera");
    Decision decision =
        new Decision(1, 1, said, moderator, null, "Decided", null, Map.of(), List.of(), text.at());
    return new CommentState(
        text.comment(),
        text.thread(),
        null,
        1,
        1,
        said,
        text.author(),
        text.at(),
        new Revision(1, text.text(), text.at()),
        null,
        null,
        0,
        List.of(decision),
        List.of(),
        null,
        text.at());
  }

  /** A comment with this text, on which somebody may have decided. */
  static CommentState state(int number, String text, Instant at) {
    CommentId id = new CommentId("%032x".formatted(0xdec1ded00L + number));
    return new CommentState(
        id,
        new ThreadId("heat"),
        null,
        1,
        1,
        Status.HELD,
        new Author("Vincent", null, null),
        at,
        new Revision(1, text, at),
        null,
        null,
        0,
        List.of(),
        List.of(),
        null,
        at);
  }
}
