/** Whether the service can do its work, and what is missing where it cannot. */
@NullMarked
package io.rejoinder.review.health;

import org.jspecify.annotations.NullMarked;
