/**
 * What the platform learns from a moderator: comments that guests post, decisions that are taken in
 * the queue, and what the screens say before and after.
 */
@NullMarked
package io.rejoinder.bench.learning;

import org.jspecify.annotations.NullMarked;
