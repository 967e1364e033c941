/**
 * Who a reader is to this installation: a browser with a signed id, without account or cookie, or
 * somebody whom another sign-in has vouched for.
 */
@NullMarked
package io.rejoinder.comment.identity;

import org.jspecify.annotations.NullMarked;
