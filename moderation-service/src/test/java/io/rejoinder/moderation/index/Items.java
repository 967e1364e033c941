package io.rejoinder.moderation.index;

import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items for the tests of the index and of what reads it. */
public final class Items {

  public static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

  private Items() {}

  public static String id(int number) {
    return "%032x".formatted(number);
  }

  /** One that waits, written that many seconds after {@link #AT}. */
  public static Item held(int number, long version) {
    return item(number, version, Status.HELD, Set.of(Listing.HELD));
  }

  /** A rejected comment that these accounts have judged, and others are to judge. */
  static Item sampled(int number, String... judgedBy) {
    Item item = item(number, 1, Status.REJECTED, Set.of(Listing.REJECTED, Listing.SAMPLED));
    return new Change(item).judgedBy(List.of(judgedBy)).item();
  }

  static Item item(int number, long version, Status status, Set<Listing> lists) {
    return new Item(
        id(number),
        lists,
        List.of(),
        "heat",
        null,
        version,
        1,
        status,
        new Item.Writer("Neil", false, "r1", null, null),
        "text of version " + version,
        List.of(),
        status == Status.APPROVED ? 1 : null,
        AT,
        AT.plusSeconds(number),
        false,
        "Held: 3 links",
        List.of(new Evidence("links", 1, "3 links", List.of(new Span(0, 4)), Map.of())),
        new Marks(0.4, 0.01, List.of(), null),
        List.of(),
        0,
        0,
        new Item.Decided(
            1,
            1,
            new Item.Who(By.Kind.SCREENING, null, null),
            status == Status.WITHDRAWN ? Status.HELD : status,
            null,
            "Held: 3 links",
            null,
            AT,
            null),
        List.of(),
        List.of(new Outcome(id(number), null, 1), new Outcome("late", "outdated", version)),
        null);
  }

  /** The same with these decisions, the last of which stands. */
  static Item decided(Item item, List<Item.Decided> history) {
    return new Item(
        item.id(),
        item.lists(),
        item.judgedBy(),
        item.thread(),
        item.parent(),
        item.version(),
        item.revision(),
        item.status(),
        item.writer(),
        item.text(),
        item.earlier(),
        item.seen(),
        item.createdAt(),
        item.submittedAt(),
        item.imported(),
        item.why(),
        item.evidence(),
        item.marks(),
        item.reports(),
        item.voices(),
        item.judgedReports(),
        history.get(history.size() - 1),
        history,
        item.outcomes(),
        item.appeal());
  }

  /** A rejected comment whose author appeals against what these accounts decided. */
  static Item appealed(int number, Instant at, String... judges) {
    Item item = item(number, 2, Status.REJECTED, Set.of(Listing.REJECTED, Listing.APPEALED));
    Appealed appeal = new Appealed(1, 2, "Why?", at, List.of(judges), null, null);
    return new Change(item).appeal(appeal).item();
  }

  /** An item with something else about it. */
  record Change(Item item) {

    Change judgedBy(List<String> accounts) {
      return of(accounts, item.writer(), item.text(), item.marks(), item.reports());
    }

    Change writer(Item.Writer writer) {
      return of(item.judgedBy(), writer, item.text(), item.marks(), item.reports());
    }

    Change text(String text) {
      return of(item.judgedBy(), item.writer(), text, item.marks(), item.reports());
    }

    Change marks(Marks marks) {
      return of(item.judgedBy(), item.writer(), item.text(), marks, item.reports());
    }

    Change reports(List<Reported> reports) {
      return of(item.judgedBy(), item.writer(), item.text(), item.marks(), reports);
    }

    Change appeal(Appealed appeal) {
      return new Change(
          changed(
              item.judgedBy(), item.writer(), item.text(), item.marks(), item.reports(), appeal));
    }

    private Change of(
        List<String> judgedBy,
        Item.Writer writer,
        String text,
        Marks marks,
        List<Reported> reports) {
      return new Change(changed(judgedBy, writer, text, marks, reports, item.appeal()));
    }

    private Item changed(
        List<String> judgedBy,
        Item.Writer writer,
        String text,
        Marks marks,
        List<Reported> reports,
        Appealed appeal) {
      return new Item(
          item.id(),
          item.lists(),
          judgedBy,
          item.thread(),
          item.parent(),
          item.version(),
          item.revision(),
          item.status(),
          writer,
          text,
          item.earlier(),
          item.seen(),
          item.createdAt(),
          item.submittedAt(),
          item.imported(),
          item.why(),
          item.evidence(),
          marks,
          reports,
          reports.size(),
          item.judgedReports(),
          item.decision(),
          item.history(),
          item.outcomes(),
          appeal);
    }
  }
}
