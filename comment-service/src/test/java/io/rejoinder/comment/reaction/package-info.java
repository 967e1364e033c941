@NullMarked
package io.rejoinder.comment.reaction;

import org.jspecify.annotations.NullMarked;
