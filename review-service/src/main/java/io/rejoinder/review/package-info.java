/**
 * The review service: writes, imports and shows film reviews. Only its application class is here.
 */
@NullMarked
package io.rejoinder.review;

import org.jspecify.annotations.NullMarked;
