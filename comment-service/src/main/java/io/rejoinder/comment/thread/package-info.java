/** Threads and what readers see in them: which are open, the store, its projection, page reads. */
@NullMarked
package io.rejoinder.comment.thread;

import org.jspecify.annotations.NullMarked;
