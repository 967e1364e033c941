/** The drill's model of what must be, tried without a platform. */
@NullMarked
package io.rejoinder.system.drill;

import org.jspecify.annotations.NullMarked;
