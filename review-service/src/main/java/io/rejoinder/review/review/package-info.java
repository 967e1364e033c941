/**
 * Reviews: how they are written to their topic by one writer at a time, projected into the store,
 * and read from there.
 */
@NullMarked
package io.rejoinder.review.review;

import org.jspecify.annotations.NullMarked;
