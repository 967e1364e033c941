/** The real launcher as processes of its own: started, killed, paused, stopped, started again. */
@NullMarked
package io.rejoinder.system.platform;

import org.jspecify.annotations.NullMarked;
