/**
 * Decisions on many comments at once: carried out one by one, with progress, stopped, taken back.
 */
@NullMarked
package io.rejoinder.moderation.bulk;

import org.jspecify.annotations.NullMarked;
