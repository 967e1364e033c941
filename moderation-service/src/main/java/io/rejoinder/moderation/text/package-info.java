/** Texts in the form in which they are compared, and their words. Knows nothing but characters. */
@NullMarked
package io.rejoinder.moderation.text;

import org.jspecify.annotations.NullMarked;
