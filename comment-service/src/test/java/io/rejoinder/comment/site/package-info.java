@NullMarked
package io.rejoinder.comment.site;

import org.jspecify.annotations.NullMarked;
