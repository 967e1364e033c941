@NullMarked
package io.rejoinder.comment.rendering;

import org.jspecify.annotations.NullMarked;
