/** The keys that programs come with. */
@NullMarked
package io.rejoinder.events.token;

import org.jspecify.annotations.NullMarked;
