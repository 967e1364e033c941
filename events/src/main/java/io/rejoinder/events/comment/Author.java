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
 * @param reader the id of the signed identity of the browser that posted it; absent where it had
 *     none, and in what older edges wrote; of somebody who was signed in, the one of that
 * @param verified true where a sign-in vouched for the name; absent elsewhere
 */
public record Author(
    String name,
    @Nullable Sealed email,
    @Nullable Sealed address,
    @Nullable String reader,
    @Nullable Boolean verified) {
  /** Checks that there is a name. */
  public Author {
    Objects.requireNonNull(name, "name");
  }

  /** One whose name nobody vouched for. */
  public Author(
      String name, @Nullable Sealed email, @Nullable Sealed address, @Nullable String reader) {
    this(name, email, address, reader, null);
  }

  /** One without an identity. */
  public Author(String name, @Nullable Sealed email, @Nullable Sealed address) {
    this(name, email, address, null, null);
  }
}
