package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items for the tests of the queue. */
final class Items {

  static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

  private Items() {}

  static String id(int number) {
    return "%032x".formatted(number);
  }

  static QueueItem held(int number, long version) {
    return item(number, version, Listing.HELD, AT.plusSeconds(number));
  }

  /** A comment that these accounts have judged, and others are to judge. */
  static QueueItem sampled(int number, Listing listing, String... judgedBy) {
    QueueItem item = item(number, 1 + judgedBy.length, listing, AT.plusSeconds(number));
    return new QueueItem(
        item.id(),
        listing,
        true,
        List.of(judgedBy),
        item.thread(),
        item.parent(),
        item.version(),
        item.revision(),
        Status.REJECTED,
        item.author(),
        item.text(),
        item.createdAt(),
        item.submittedAt(),
        true,
        "Rejected: 3 links",
        item.evidence(),
        item.reports(),
        item.decision(),
        item.outcomes());
  }

  static QueueItem item(int number, long version, @Nullable Listing listing, Instant submittedAt) {
    return new QueueItem(
        id(number),
        listing,
        false,
        List.of(),
        "heat",
        number % 2 == 0 ? id(number - 1) : null,
        version,
        1,
        listing == null ? Status.WITHDRAWN : Status.HELD,
        listing == null ? "" : "Neil",
        listing == null ? "" : "text of version " + version,
        AT,
        submittedAt,
        false,
        "Held: 3 links",
        listing == null
            ? List.of()
            : List.of(new Evidence("links", 1, "3 links", List.of(new Span(0, 4)), Map.of())),
        listing == null ? List.of() : List.of(new Reported("spam", "again", AT)),
        new QueueItem.Decided(
            1, 1, new QueueItem.Who(By.Kind.SCREENING, null), Status.HELD, null, AT),
        List.of(new Outcome(id(number), null, 1), new Outcome("late", "outdated", version)));
  }
}
