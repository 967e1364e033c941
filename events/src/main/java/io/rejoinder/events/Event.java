package io.rejoinder.events;

import java.time.Instant;

/** What can be written to a topic: it knows its key, its identity and its time. */
public interface Event {

  /** The record's key: what compaction and order are about. */
  String key();

  /**
   * The CloudEvents {@code id}: the same for the same happening, however often it is written. With
   * the {@code source} it is unique.
   */
  String eventId();

  /** When it happened, by the clock of the process that said so. */
  Instant at();
}
