package io.rejoinder.projection;

import io.rejoinder.events.Event;

/**
 * An event with the place that it was read from.
 *
 * @param partition the partition's number
 * @param offset the record's offset
 * @param event the event
 * @param settled whether all that follows from it outside the store was done before: it is read
 *     only to fill the store again, and nothing is to be announced
 */
public record Received(int partition, long offset, Event event, boolean settled) {}
