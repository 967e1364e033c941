/** What the learned model is taught by people's decisions: no text, no identity. */
@NullMarked
package io.rejoinder.events.learning;

import org.jspecify.annotations.NullMarked;
