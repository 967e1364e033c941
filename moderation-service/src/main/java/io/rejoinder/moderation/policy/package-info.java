/** What follows from evidence: approved, held or rejected. A pure function, versioned. */
@NullMarked
package io.rejoinder.moderation.policy;

import org.jspecify.annotations.NullMarked;
