/** The command line. */
@NullMarked
package io.rejoinder.local.command;

import org.jspecify.annotations.NullMarked;
