@NullMarked
package io.rejoinder.comment.mail;

import org.jspecify.annotations.NullMarked;
