/** How moderation goes: volume, outcomes, waiting times. */
@NullMarked
package io.rejoinder.moderation.statistics;

import org.jspecify.annotations.NullMarked;
