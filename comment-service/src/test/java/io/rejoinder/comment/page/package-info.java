@NullMarked
package io.rejoinder.comment.page;

import org.jspecify.annotations.NullMarked;
