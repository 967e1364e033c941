/**
 * Topics, wire names and the mapping of records to CloudEvents on Kafka.
 *
 * <p>Adding an optional component to a record is compatible; anything else is a new {@code v2}
 * topic. Consumers ignore what they do not know.
 */
@NullMarked
package io.rejoinder.events;

import org.jspecify.annotations.NullMarked;
