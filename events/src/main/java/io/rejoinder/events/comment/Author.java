package io.rejoinder.events.comment;

import io.rejoinder.events.Sealed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a comment, as far as they said.
 *
 * @param name as shown, 1 to 80 code points
 * @param email an unconfirmed e-mail address: it can lower trust, never raise it
 * @param address the network address that it came from (IPv6: the /64)
 */
public record Author(String name, @Nullable Sealed email, @Nullable Sealed address) {
  /** Checks that there is a name. */
  public Author {
    Objects.requireNonNull(name, "name");
  }
}
