/** What an author does: post, edit, withdraw, and hear what became of it. */
@NullMarked
package io.rejoinder.comment.submission;

import org.jspecify.annotations.NullMarked;
