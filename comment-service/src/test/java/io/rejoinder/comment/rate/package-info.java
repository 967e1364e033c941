@NullMarked
package io.rejoinder.comment.rate;

import org.jspecify.annotations.NullMarked;
