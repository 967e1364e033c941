@NullMarked
package io.rejoinder.comment.thread;

import org.jspecify.annotations.NullMarked;
