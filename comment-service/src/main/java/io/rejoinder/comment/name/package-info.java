/** When two names are the same to whoever reads them. Knows neither the store nor the edge. */
@NullMarked
package io.rejoinder.comment.name;

import org.jspecify.annotations.NullMarked;
