/**
 * Measures the learned model on labelled texts that it was not trained on: figures with their
 * intervals, disguised texts, a baseline in the same run, plots.
 */
@NullMarked
package io.rejoinder.bench.screening;

import org.jspecify.annotations.NullMarked;
