/**
 * What moderators look at: the queue in the store, the live stream of its changes, and the edge
 * that takes their decisions.
 */
@NullMarked
package io.rejoinder.moderation.queue;

import org.jspecify.annotations.NullMarked;
