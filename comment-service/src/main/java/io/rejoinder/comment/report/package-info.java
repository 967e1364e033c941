/** Readers tell moderators what is wrong with a comment. */
@NullMarked
package io.rejoinder.comment.report;

import org.jspecify.annotations.NullMarked;
