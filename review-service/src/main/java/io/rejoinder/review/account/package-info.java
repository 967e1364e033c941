/** Who may write and import here: the staff's accounts, and how they sign in. */
@NullMarked
package io.rejoinder.review.account;

import org.jspecify.annotations.NullMarked;
