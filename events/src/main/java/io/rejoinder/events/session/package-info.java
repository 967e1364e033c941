/** Who is signed in to the console, and where. */
@NullMarked
package io.rejoinder.events.session;

import org.jspecify.annotations.NullMarked;
