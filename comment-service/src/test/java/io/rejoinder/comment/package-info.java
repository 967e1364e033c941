/** The service as a whole, on a real broker and a store in the JVM. */
@NullMarked
package io.rejoinder.comment;

import org.jspecify.annotations.NullMarked;
