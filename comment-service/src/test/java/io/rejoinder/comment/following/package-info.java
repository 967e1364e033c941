@NullMarked
package io.rejoinder.comment.following;

import org.jspecify.annotations.NullMarked;
