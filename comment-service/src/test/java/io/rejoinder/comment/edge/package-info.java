@NullMarked
package io.rejoinder.comment.edge;

import org.jspecify.annotations.NullMarked;
