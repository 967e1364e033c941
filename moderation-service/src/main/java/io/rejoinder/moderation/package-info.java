/** The application class alone; every capability is a package below. */
@NullMarked
package io.rejoinder.moderation;

import org.jspecify.annotations.NullMarked;
