/** TCP ports of this machine: whether they are free, and who holds them. */
@NullMarked
package io.rejoinder.local.port;

import org.jspecify.annotations.NullMarked;
