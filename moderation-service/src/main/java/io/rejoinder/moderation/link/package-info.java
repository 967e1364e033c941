/**
 * Where a text leads: links in every spelling, the domains that they belong to, and what became of
 * comments with links there. Knows texts alone.
 */
@NullMarked
package io.rejoinder.moderation.link;

import org.jspecify.annotations.NullMarked;
