/** The moderators' console and the description of the API, as files. */
@NullMarked
package io.rejoinder.moderation.console;

import org.jspecify.annotations.NullMarked;
