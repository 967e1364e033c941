/**
 * What the same machine could do at best: servers that leave out ever more of the platform. Each is
 * a process of its own, prints {@code ready PORT} and ends with its standard input.
 */
@NullMarked
package io.rejoinder.bench.ceiling;

import org.jspecify.annotations.NullMarked;
