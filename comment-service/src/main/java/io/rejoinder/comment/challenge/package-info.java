/** Work that a browser does before it may post, while somebody floods the site. */
@NullMarked
package io.rejoinder.comment.challenge;

import org.jspecify.annotations.NullMarked;
