/** Takes comments, stores the approved ones, delivers them live. */
@NullMarked
package io.rejoinder.comment;

import org.jspecify.annotations.NullMarked;
