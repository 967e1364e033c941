/**
 * The endpoint for sites that ask as they would ask Akismet: whether a comment of theirs is spam,
 * and to say where the answer was wrong. Nothing of their comments is stored.
 */
@NullMarked
package io.rejoinder.moderation.akismet;

import org.jspecify.annotations.NullMarked;
