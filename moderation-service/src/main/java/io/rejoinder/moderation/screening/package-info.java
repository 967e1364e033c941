/**
 * The screens: each looks at one revision, in its canonical form and among the traffic of the last
 * while, and says what it found. What follows from the findings is the policy's.
 */
@NullMarked
package io.rejoinder.moderation.screening;

import org.jspecify.annotations.NullMarked;
