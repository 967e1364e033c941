/**
 * Tells those who are not at the console that something waits: a signed request to an address that
 * the operator has set, without texts or names.
 */
@NullMarked
package io.rejoinder.moderation.alert;

import org.jspecify.annotations.NullMarked;
