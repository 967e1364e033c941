/** Threads of pages that are not reviews, and what threads have of settings of their own. */
@NullMarked
package io.rejoinder.events.thread;

import org.jspecify.annotations.NullMarked;
