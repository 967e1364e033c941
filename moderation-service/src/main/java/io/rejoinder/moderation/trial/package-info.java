/**
 * What would be otherwise: settings are tried on the log before they are saved. A trial judges what
 * was judged before again, by the settings in force and by a candidate, and counts the difference.
 */
@NullMarked
package io.rejoinder.moderation.trial;

import org.jspecify.annotations.NullMarked;
