/** Measures the running platform beside the ceilings of the same machine. */
@NullMarked
package io.rejoinder.bench;

import org.jspecify.annotations.NullMarked;
