/** The document store: one that is given, a mongod child, or one in memory. */
@NullMarked
package io.rejoinder.local.store;

import org.jspecify.annotations.NullMarked;
