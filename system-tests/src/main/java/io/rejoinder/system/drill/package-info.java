/**
 * The kill drill: comments, edits, withdrawals and decisions while the platform is killed, and the
 * proof afterwards that every accepted one counted exactly once.
 */
@NullMarked
package io.rejoinder.system.drill;

import org.jspecify.annotations.NullMarked;
