package io.rejoinder.moderation.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The order of a list. Equal ones are told apart by the comment's id. */
public enum Order {
  /** By what is gained by deciding it now, most first ({@link Urgency}). */
  HARM("urgency", true),

  /** By the time of the newest revision, or of an open appeal, what has waited longest first. */
  OLDEST("at", false),

  /** By the time of the newest revision, or of an open appeal, the last one first. */
  NEWEST("at", true),

  /** By how many readers reported it, most first. */
  REPORTED("voices", true);

  private final String field;
  private final boolean down;

  Order(String field, boolean down) {
    this.field = field;
    this.down = down;
  }

  /** The order's name in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order of this name. */
  public static Optional<Order> named(String wireName) {
    return Arrays.stream(values()).filter(order -> order.wireName().equals(wireName)).findFirst();
  }

  /** What an item is ordered by: millionths, milliseconds, or readers. */
  long valueOf(Item item) {
    return switch (this) {
      case HARM -> Urgency.of(item);
      case OLDEST, NEWEST -> item.waitsSince().toEpochMilli();
      case REPORTED -> item.voices();
    };
  }

  Sort sort() {
    return new Sort(
        new SortField(field, SortField.Type.LONG, down),
        new SortField(Fields.ID_ORDER, SortField.Type.STRING, down));
  }
}
