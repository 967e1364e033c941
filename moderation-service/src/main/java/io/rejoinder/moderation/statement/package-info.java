/**
 * Why a comment is rejected, said in the order in which Article 17 of the Digital Services Act,
 * Regulation (EU) 2022/2065, asks for it. Drawn from the state; nothing is kept for it.
 */
@NullMarked
package io.rejoinder.moderation.statement;

import org.jspecify.annotations.NullMarked;
