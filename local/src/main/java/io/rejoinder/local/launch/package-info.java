/** Starts and stops the parts of the platform, in order. */
@NullMarked
package io.rejoinder.local.launch;

import org.jspecify.annotations.NullMarked;
