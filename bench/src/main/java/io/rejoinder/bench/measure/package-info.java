/** The measures: what is run against what, how long, and what is made sure of. */
@NullMarked
package io.rejoinder.bench.measure;

import org.jspecify.annotations.NullMarked;
