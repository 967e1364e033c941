package io.rejoinder.comment.identity;

import io.rejoinder.events.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the site's own sign-in, or one that it trusts, has vouched for.
 *
 * @param reader the id in events: the same in every browser
 * @param site the site that the sign-in counts for
 * @param name as it was vouched for; nobody types it here
 * @param email sealed; null where none was given
 * @param until when the sign-in ends
 */
public record SignedIn(
    String reader, String site, String name, @Nullable Sealed email, Instant until) {}
