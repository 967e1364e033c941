@NullMarked
package io.rejoinder.comment.challenge;

import org.jspecify.annotations.NullMarked;
