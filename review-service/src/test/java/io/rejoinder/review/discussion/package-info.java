/** Tests of the room of the same name. */
@NullMarked
package io.rejoinder.review.discussion;

import org.jspecify.annotations.NullMarked;
