/**
 * Rules as data: typed expressions over a comment and its evidence, in which a missing value is
 * unknown and not false. Checked when they are saved, compiled once for each version, asked of each
 * revision.
 */
@NullMarked
package io.rejoinder.moderation.rule;

import org.jspecify.annotations.NullMarked;
