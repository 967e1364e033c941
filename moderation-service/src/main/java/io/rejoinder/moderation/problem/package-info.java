/**
 * What went wrong, for clients: RFC 9457 documents with stable types, each explained at its
 * address.
 */
@NullMarked
package io.rejoinder.moderation.problem;

import org.jspecify.annotations.NullMarked;
