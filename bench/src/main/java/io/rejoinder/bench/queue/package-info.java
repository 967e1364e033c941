/** What moderators wait for, on a long queue into which more comes. */
@NullMarked
package io.rejoinder.bench.queue;

import org.jspecify.annotations.NullMarked;
