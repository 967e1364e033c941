/** Many readers of one thread: how soon they have what is published, and what each costs. */
@NullMarked
package io.rejoinder.bench.readers;

import org.jspecify.annotations.NullMarked;
