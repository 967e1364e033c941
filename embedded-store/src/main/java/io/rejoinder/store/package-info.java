/** The embedded store: what a MongoDB protocol server in this JVM keeps its documents in. */
@NullMarked
package io.rejoinder.store;

import org.jspecify.annotations.NullMarked;
