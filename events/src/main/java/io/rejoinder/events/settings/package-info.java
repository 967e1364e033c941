/** What an installation's administrators set, each version of it for ever. */
@NullMarked
package io.rejoinder.events.settings;

import org.jspecify.annotations.NullMarked;
