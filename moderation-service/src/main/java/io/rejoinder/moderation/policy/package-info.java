/**
 * What follows from evidence: approved, held or rejected. Versioned, and a pure function but for
 * the pause of automatic rejection, which the decision records.
 */
@NullMarked
package io.rejoinder.moderation.policy;

import org.jspecify.annotations.NullMarked;
