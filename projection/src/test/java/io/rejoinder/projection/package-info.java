@NullMarked
package io.rejoinder.projection;

import org.jspecify.annotations.NullMarked;
