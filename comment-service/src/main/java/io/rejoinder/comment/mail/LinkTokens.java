package io.rejoinder.comment.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a link in a message carries: sealed, so that neither an address nor what it is about stands
 * in anybody's log, and signed with the installation's secret, so that only the reader of the
 * message has it. Nothing is kept here of what was sent. Threadsafe.
 */
public final class LinkTokens {

  /** As NIST SP 800-38D recommends for GCM. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  /** Longer ones were not made here: an address, a thread and little more. */
  private static final int LONGEST = 2_048;

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Tokens of an installation. */
  public LinkTokens(Secret secret, Clock clock) {
    this.key = new SecretKeySpec(secret.keyFor("mail.link").getEncoded(), "AES");
    this.clock = clock;
  }

  /**
   * A token.
   *
   * @param purpose what it is good for; it is good for nothing else
   * @param content what it says
   * @param valid for how long; null for ever
   */
  public String token(String purpose, String content, @Nullable Duration valid) {
    byte[] said = content.getBytes(UTF_8);
    long until = valid == null ? Long.MAX_VALUE : clock.instant().plus(valid).getEpochSecond();
    byte[] plain = ByteBuffer.allocate(Long.BYTES + said.length).putLong(until).put(said).array();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] box = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      return TEXT.encodeToString(
          ByteBuffer.allocate(nonce.length + box.length).put(nonce).put(box).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token was not made", e);
    }
  }

  /** What a token says; empty if it was not made here for this purpose, or its time is over. */
  public Optional<String> content(String purpose, String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] both = Base64.getUrlDecoder().decode(token);
      if (both.length < NONCE_BYTES + Long.BYTES + TAG_BITS / Byte.SIZE) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, purpose)
              .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      ByteBuffer said = ByteBuffer.wrap(plain);
      return said.getLong() < clock.instant().getEpochSecond()
          ? Optional.empty()
          : Optional.of(UTF_8.decode(said).toString());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(UTF_8));
    return cipher;
  }
}
