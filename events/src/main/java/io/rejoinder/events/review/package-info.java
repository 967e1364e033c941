/** What is known of a review outside the service that publishes it. */
@NullMarked
package io.rejoinder.events.review;

import org.jspecify.annotations.NullMarked;
