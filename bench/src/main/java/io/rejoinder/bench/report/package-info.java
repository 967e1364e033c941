/** What was measured, the targets, and how both are written down. */
@NullMarked
package io.rejoinder.bench.report;

import org.jspecify.annotations.NullMarked;
