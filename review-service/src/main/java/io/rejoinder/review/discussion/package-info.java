/** How a page embeds the comments under it: where the widget comes from and what it talks to. */
@NullMarked
package io.rejoinder.review.discussion;

import org.jspecify.annotations.NullMarked;
