/** Who is at the other end, and how often they may ask. */
@NullMarked
package io.rejoinder.comment.rate;

import org.jspecify.annotations.NullMarked;
