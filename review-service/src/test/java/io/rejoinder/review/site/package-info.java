/** Tests of the room of the same name. */
@NullMarked
package io.rejoinder.review.site;

import org.jspecify.annotations.NullMarked;
