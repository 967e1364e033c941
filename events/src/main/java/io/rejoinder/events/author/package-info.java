/** What moderators hold of authors. */
@NullMarked
package io.rejoinder.events.author;

import org.jspecify.annotations.NullMarked;
