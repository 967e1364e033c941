/** Threads of pages that are not reviews: how they open, move, close, and get settings. */
@NullMarked
package io.rejoinder.comment.page;

import org.jspecify.annotations.NullMarked;
