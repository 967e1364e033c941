/** What was seen lately: bounded in memory, expiring, and as fast when full as when empty. */
@NullMarked
package io.rejoinder.moderation.window;

import org.jspecify.annotations.NullMarked;
