package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals e-mail and network addresses before they leave the process. Threadsafe. */
public final class Sealer {

  /** Nonce and tag as NIST SP 800-38D recommends for GCM. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;
  private static final int HASH_BYTES = 16;

  /** Kept: one that is used again has its provider, and its key's schedule, already. */
  private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Sealer::cipher);

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec boxKey;
  private final SecretKeySpec hashKey;

  /** A sealer with keys of this secret. */
  public Sealer(Secret secret) {
    this.boxKey = new SecretKeySpec(secret.keyFor("sealed.box").getEncoded(), "AES");
    this.hashKey = secret.keyFor("sealed.hash");
  }

  /** Seals a value; its hash is of the value without surrounding space, in lower case. */
  public Sealed seal(String value) {
    String stripped = value.strip();
    byte[] hash = Secret.hmac(hashKey, stripped.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] box = crypt(Cipher.ENCRYPT_MODE, nonce, stripped.getBytes(UTF_8));
    byte[] both = ByteBuffer.allocate(nonce.length + box.length).put(nonce).put(box).array();
    return new Sealed(
        Base64.getEncoder().encodeToString(both), HexFormat.of().formatHex(hash, 0, HASH_BYTES));
  }

  /**
   * The value that was sealed.
   *
   * @throws IllegalStateException if it was sealed with another secret or changed since
   */
  public String open(Sealed sealed) {
    byte[] both = unpack(sealed.box());
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] box = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    return new String(crypt(Cipher.DECRYPT_MODE, nonce, box), UTF_8);
  }

  private static byte[] unpack(String box) {
    try {
      byte[] both = Base64.getDecoder().decode(box);
      if (both.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        return both;
      }
    } catch (IllegalArgumentException e) {
      // Not Base64: told below, without the value.
    }
    throw new IllegalStateException("sealed value: cut or changed");
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = CIPHER.get();
      cipher.init(mode, boxKey, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed value: not of this installation's secret", e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES/GCM/NoPadding", e);
    }
  }
}
