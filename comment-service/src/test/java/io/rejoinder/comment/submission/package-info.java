@NullMarked
package io.rejoinder.comment.submission;

import org.jspecify.annotations.NullMarked;
