/**
 * What screening goes by, in numbered versions that are never changed: targets, holds, lists and
 * rules. An administrator saves another version or brings one back; every instance follows.
 */
@NullMarked
package io.rejoinder.moderation.settings;

import org.jspecify.annotations.NullMarked;
