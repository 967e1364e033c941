@NullMarked
package io.rejoinder.comment.name;

import org.jspecify.annotations.NullMarked;
