/** The sites whose pages have threads here, and what their owners set. */
@NullMarked
package io.rejoinder.comment.site;

import org.jspecify.annotations.NullMarked;
