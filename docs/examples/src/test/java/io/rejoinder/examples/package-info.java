/** The examples of the documentation, run as its readers run them. */
@NullMarked
package io.rejoinder.examples;

import org.jspecify.annotations.NullMarked;
