/**
 * A log that one instance at a time writes from the states of all comments: numbered, on one
 * partition, each record exactly once.
 */
@NullMarked
package io.rejoinder.moderation.scribe;

import org.jspecify.annotations.NullMarked;
