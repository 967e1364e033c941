/**
 * Threads for readers without JavaScript, for search engines and for feed readers: the HTML that a
 * review's page includes, whole pages with plain forms, and Atom. All of it speaks to the API's own
 * handlers, inside the process.
 */
@NullMarked
package io.rejoinder.comment.rendering;

import org.jspecify.annotations.NullMarked;
