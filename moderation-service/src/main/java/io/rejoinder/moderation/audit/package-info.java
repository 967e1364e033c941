/**
 * The chain of decisions, settings and accounts, which shows whether anything was taken out or
 * changed.
 */
@NullMarked
package io.rejoinder.moderation.audit;

import org.jspecify.annotations.NullMarked;
