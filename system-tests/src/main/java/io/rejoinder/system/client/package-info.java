/** The platform as programs outside see it: HTTP, live streams, topics. */
@NullMarked
package io.rejoinder.system.client;

import org.jspecify.annotations.NullMarked;
