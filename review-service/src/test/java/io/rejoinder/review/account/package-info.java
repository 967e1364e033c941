/** Tests of the room of the same name. */
@NullMarked
package io.rejoinder.review.account;

import org.jspecify.annotations.NullMarked;
