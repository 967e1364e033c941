/** Who looks at which comment, so that moderators leave alone what another has in hand. */
@NullMarked
package io.rejoinder.moderation.claim;

import org.jspecify.annotations.NullMarked;
