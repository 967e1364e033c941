/**
 * The learned model: texts to features, features to a calibrated probability, and how both come
 * from labelled texts. The same texts in the same order give the same model, bit for bit, on every
 * machine: logarithms and powers are {@link StrictMath}'s.
 */
@NullMarked
package io.rejoinder.moderation.model;

import org.jspecify.annotations.NullMarked;
