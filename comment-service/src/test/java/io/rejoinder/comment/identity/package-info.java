@NullMarked
package io.rejoinder.comment.identity;

import org.jspecify.annotations.NullMarked;
