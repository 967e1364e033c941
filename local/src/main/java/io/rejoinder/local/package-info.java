/** The whole platform in one JVM: the program's entry. */
@NullMarked
package io.rejoinder.local;

import org.jspecify.annotations.NullMarked;
