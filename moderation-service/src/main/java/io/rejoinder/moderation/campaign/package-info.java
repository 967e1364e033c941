/**
 * Campaigns: comments of different authors and threads that are nearly the same text, or that want
 * their readers at the same place.
 */
@NullMarked
package io.rejoinder.moderation.campaign;

import org.jspecify.annotations.NullMarked;
