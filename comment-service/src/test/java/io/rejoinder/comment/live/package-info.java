@NullMarked
package io.rejoinder.comment.live;

import org.jspecify.annotations.NullMarked;
