package io.rejoinder.events.settings;

import org.jspecify.annotations.Nullable;

/**
 * Conditions under which a comment waits for a moderator, whatever its score.
 *
 * @param everything every comment
 * @param untilApproved an author's comments, until so many of theirs were approved; 0 for no such
 *     condition, 1 for the first comment
 * @param links one with so many links or more; 1 for any link, null for no such condition
 * @param images one with so many images or more; null for no such condition
 */
public record Holds(
    boolean everything, int untilApproved, @Nullable Integer links, @Nullable Integer images) {}
