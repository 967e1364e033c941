/** What the tests of several rooms share. */
@NullMarked
package io.rejoinder.moderation.testing;

import org.jspecify.annotations.NullMarked;
