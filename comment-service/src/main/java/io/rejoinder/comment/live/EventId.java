package io.rejoinder.comment.live;

import java.util.Optional;

/**
 * The place of an event in {@code comments.published.v1}: the beginning of the topic's id and the
 * offset in the thread's partition. A thread lives on one partition, so that is enough.
 *
 * @param topic the first {@value #PREFIX} characters of the topic's id
 * @param offset the record's offset; -1 before the first
 */
record EventId(String topic, long offset) {

  private static final int PREFIX = 8;
  private static final int MAX_LENGTH = 40;

  static String prefix(String topicId) {
    return topicId.substring(0, PREFIX);
  }

  /** Reads what a client sent; empty for what never was an id. */
  static Optional<EventId> parse(String text) {
    if (text.length() < PREFIX + 2 || text.length() > MAX_LENGTH || text.charAt(PREFIX) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EventId(text.substring(0, PREFIX), Long.parseLong(text.substring(PREFIX + 1))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return topic + "-" + offset;
  }
}
