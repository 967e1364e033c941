/** The platform from outside: as readers, authors, moderators and a hard life meet it. */
@NullMarked
package io.rejoinder.system;

import org.jspecify.annotations.NullMarked;
