/** The commands that change a comment, its state, and what the world sees of it. */
@NullMarked
package io.rejoinder.events.comment;

import org.jspecify.annotations.NullMarked;
