/** The site that readers visit: pages, the staff's forms, the JSON edge, and what guards them. */
@NullMarked
package io.rejoinder.review.site;

import org.jspecify.annotations.NullMarked;
