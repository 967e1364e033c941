/** Tests of the room of the same name. */
@NullMarked
package io.rejoinder.review.importing;

import org.jspecify.annotations.NullMarked;
