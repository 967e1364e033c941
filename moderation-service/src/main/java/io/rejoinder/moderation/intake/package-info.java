/**
 * The owner's loop: commands in, states out, each exactly once. One thread consumes the command
 * topics of the partitions that this instance owns, folds, and writes states and positions in one
 * transaction.
 */
@NullMarked
package io.rejoinder.moderation.intake;

import org.jspecify.annotations.NullMarked;
