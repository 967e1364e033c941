@NullMarked
package io.rejoinder.comment.signin;

import org.jspecify.annotations.NullMarked;
