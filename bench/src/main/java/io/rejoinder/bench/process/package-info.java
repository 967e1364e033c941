/** The processes that are measured, and what the operating system says of them. */
@NullMarked
package io.rejoinder.bench.process;

import org.jspecify.annotations.NullMarked;
