/**
 * Exports of other systems become reviews and comments: a file is read once to check it, once to
 * emit it.
 */
@NullMarked
package io.rejoinder.review.importing;

import org.jspecify.annotations.NullMarked;
