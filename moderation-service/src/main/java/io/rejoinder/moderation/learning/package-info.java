/**
 * What people's decisions add to the shipped model: a correction for this site, made of the
 * numbered examples on one log. The same examples give the same correction, bit for bit, on every
 * instance and machine.
 */
@NullMarked
package io.rejoinder.moderation.learning;

import org.jspecify.annotations.NullMarked;
