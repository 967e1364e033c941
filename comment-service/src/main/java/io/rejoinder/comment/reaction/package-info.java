/** What readers do to comments beside answering them: likes, from the request to the count. */
@NullMarked
package io.rejoinder.comment.reaction;

import org.jspecify.annotations.NullMarked;
