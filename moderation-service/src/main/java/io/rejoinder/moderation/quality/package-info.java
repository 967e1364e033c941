/**
 * How good automatic decisions are: which of them people judge blind, what follows from their
 * verdicts, and when automatic rejection gives way to holding because of that.
 */
@NullMarked
package io.rejoinder.moderation.quality;

import org.jspecify.annotations.NullMarked;
