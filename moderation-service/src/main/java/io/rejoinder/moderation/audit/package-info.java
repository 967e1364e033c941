/** The chain of human decisions, which shows whether anything was taken out or changed. */
@NullMarked
package io.rejoinder.moderation.audit;

import org.jspecify.annotations.NullMarked;
