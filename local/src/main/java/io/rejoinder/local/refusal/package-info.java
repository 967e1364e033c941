/** Why the program will not go on, told in one line. */
@NullMarked
package io.rejoinder.local.refusal;

import org.jspecify.annotations.NullMarked;
