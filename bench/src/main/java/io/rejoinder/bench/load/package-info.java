/**
 * A small HTTP/1.1 load generator: one thread, one selector, many kept-alive connections.
 *
 * <p>It is this lean because it shares its cores with what it measures.
 */
@NullMarked
package io.rejoinder.bench.load;

import org.jspecify.annotations.NullMarked;
