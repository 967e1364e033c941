/**
 * How readers sign in: with a token that the site itself has signed, or at a provider of OpenID
 * Connect. What comes of it is an identity like any other, with a name that is vouched for.
 */
@NullMarked
package io.rejoinder.comment.signin;

import org.jspecify.annotations.NullMarked;
