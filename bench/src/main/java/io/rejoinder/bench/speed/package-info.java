/** Measures what screening one comment takes: the fast path in this JVM, by JMH. */
@NullMarked
package io.rejoinder.bench.speed;

import org.jspecify.annotations.NullMarked;
