/** What was decided by whom, kept for ever. */
@NullMarked
package io.rejoinder.events.audit;

import org.jspecify.annotations.NullMarked;
