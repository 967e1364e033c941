package io.rejoinder.comment.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Identities of browsers: an id of 128 random bits, and a token that is the id with the
 * installation's signature. Nothing is kept of them here. Threadsafe.
 */
final class ReaderTokens {

  private static final int ID_BYTES = 16;

  /** 16 and 32 bytes in Base64 without padding, and the dot. */
  private static final int ID_LENGTH = 22;

  private static final int LENGTH = ID_LENGTH + 1 + 43;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  ReaderTokens(Secret secret) {
    this.key = secret.keyFor("reader.token");
  }

  /**
   * An identity as its browser gets it.
   *
   * @param id its name in events
   * @param token what proves it
   */
  record Reader(String id, String token) {}

  /** A new one. */
  Reader mint() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = TEXT.encodeToString(bytes);
    return new Reader(id, token(id));
  }

  /** The id that a token proves; empty for anything that was not signed here. In constant time. */
  Optional<String> idOf(String token) {
    if (token.length() != LENGTH || token.charAt(ID_LENGTH) != '.') {
      return Optional.empty();
    }
    String id = token.substring(0, ID_LENGTH);
    return MessageDigest.isEqual(token.getBytes(UTF_8), token(id).getBytes(UTF_8))
        ? Optional.of(id)
        : Optional.empty();
  }

  private String token(String id) {
    return id + "." + TEXT.encodeToString(Secret.hmac(key, id.getBytes(UTF_8)));
  }
}
