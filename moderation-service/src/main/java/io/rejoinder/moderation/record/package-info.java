/**
 * The fold: what a command does to a comment's state. Pure; knows neither Kafka nor Spring.
 *
 * <p>The rules that hold whatever the order of arrival: a submission or an import of an id that
 * exists changes nothing; a withdrawn comment stays withdrawn; a command is folded once for its id;
 * a command that is based on an outdated version is refused, and the state says so.
 */
@NullMarked
package io.rejoinder.moderation.record;

import org.jspecify.annotations.NullMarked;
