/** Tests of the whole service. */
@NullMarked
package io.rejoinder.review;

import org.jspecify.annotations.NullMarked;
