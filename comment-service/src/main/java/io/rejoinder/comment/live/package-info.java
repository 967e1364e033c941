/** What happens in a thread, at once, in front of every reader: the ring and the streams. */
@NullMarked
package io.rejoinder.comment.live;

import org.jspecify.annotations.NullMarked;
