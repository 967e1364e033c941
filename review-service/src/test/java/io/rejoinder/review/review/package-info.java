/** Tests of the room of the same name. */
@NullMarked
package io.rejoinder.review.review;

import org.jspecify.annotations.NullMarked;
