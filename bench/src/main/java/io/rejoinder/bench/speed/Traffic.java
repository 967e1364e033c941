package io.rejoinder.bench.speed;

import io.rejoinder.bench.text.Remarks;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.screening.Screening;
import java.time.Duration;
import java.time.Instant;

/**
 * Comments of 200 characters, each of another author at another address, on 1,000 threads, a
 * hundred a second by their own clock. Not thread-safe.
 */
final class Traffic {

  private static final int LENGTH = 200;
  private static final int THREADS = 1_000;
  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final Instant FIRST = Instant.parse("2026-03-01T09:00:00Z");

  /** An odd factor: ids that count up would stand beside each other in every table. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Remarks remarks = new Remarks(LENGTH, 1);
  private long count;

  /** The next comment, as the edge writes it. */
  Submit next() {
    long number = ++count;
    CommentId id = new CommentId("%016x%016x".formatted(number * SPREAD, number));
    Author author =
        new Author(remarks.name(), null, new Sealed("", Long.toHexString(number * SPREAD)));
    ThreadId thread = new ThreadId("thread-" + number % THREADS);
    Instant at = FIRST.plus(BETWEEN.multipliedBy(number));
    return new Submit(id.value(), id, thread, null, author, remarks.text(), at);
  }

  /** The next comment, as the screens look at it. */
  Screening.Text nextText() {
    Submit submit = next();
    return new Screening.Text(
        submit.comment(),
        submit.thread(),
        submit.author(),
        submit.text(),
        false,
        true,
        submit.at(),
        null);
  }
}
