/** What moderators hold of authors: standing, labels, notes. */
@NullMarked
package io.rejoinder.moderation.author;

import org.jspecify.annotations.NullMarked;
