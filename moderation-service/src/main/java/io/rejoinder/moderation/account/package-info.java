/** Accounts of moderators and administrators, sign-in, sessions, and what is open to whom. */
@NullMarked
package io.rejoinder.moderation.account;

import org.jspecify.annotations.NullMarked;
