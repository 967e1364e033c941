/**
 * Every comment, found by anything that is known of it: the index that the queue's lists, the
 * search and whatever is counted of comments are read from.
 */
@NullMarked
package io.rejoinder.moderation.index;

import org.jspecify.annotations.NullMarked;
