/**
 * Following by e-mail: who asked and confirmed it, what they are told, and how it stops. Whoever
 * follows stands in the log; nothing is kept of those who were asked and did not answer.
 */
@NullMarked
package io.rejoinder.comment.following;

import org.jspecify.annotations.NullMarked;
