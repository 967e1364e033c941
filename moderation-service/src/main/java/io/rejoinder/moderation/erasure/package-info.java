/**
 * What was erased leaves the disk: topics begin new files in time, and commands that were folded
 * are forgotten.
 */
@NullMarked
package io.rejoinder.moderation.erasure;

import org.jspecify.annotations.NullMarked;
