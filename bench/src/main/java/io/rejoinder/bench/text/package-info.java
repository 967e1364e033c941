/** Comments, authors and a site to comment on: all made up, all different, none copied. */
@NullMarked
package io.rejoinder.bench.text;

import org.jspecify.annotations.NullMarked;
