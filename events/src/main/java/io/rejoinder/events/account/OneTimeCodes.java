package io.rejoinder.events.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that a device makes of a shared secret and the time: RFC 6238 with SHA-1 and
 * steps of 30 seconds, which is what authenticator programs speak.
 */
public final class OneTimeCodes {

  /** A code is good in its step. */
  public static final Duration STEP = Duration.ofSeconds(30);

  /** As RFC 6238, section 5.2, recommends: one step before and after, for slow hands and clocks. */
  private static final int DRIFT = 1;

  private static final int MODULUS = 1_000_000;
  private static final String ALGORITHM = "HmacSHA1";

  /** RFC 4648, section 6. */
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static final int BITS = 5;

  private OneTimeCodes() {}

  /**
   * The step that a code is of, around this moment; empty where it is not good.
   *
   * @param secret Base32
   * @param code six digits
   */
  public static OptionalLong step(String secret, String code, Instant now) {
    byte[] key = decoded(secret);
    long present = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    // Every step is tried, so that the time tells nothing.
    for (long step = present - DRIFT; step <= present + DRIFT; step++) {
      if (isEqual(at(key, step), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of a step, of a secret in Base32. */
  public static String at(String secret, long step) {
    return at(decoded(secret), step);
  }

  static String at(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    }
  }

  private static boolean isEqual(String one, String other) {
    return java.security.MessageDigest.isEqual(
        one.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Base32 of a secret whose length is a multiple of five bytes. */
  public static String encoded(byte[] secret) {
    StringBuilder text = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (byte next : secret) {
      bits = bits << Byte.SIZE | (next & 0xff);
      for (held += Byte.SIZE; held >= BITS; held -= BITS) {
        text.append(BASE32.charAt((int) (bits >> (held - BITS)) & 31));
      }
    }
    return text.toString();
  }

  private static byte[] decoded(String text) {
    ByteBuffer secret = ByteBuffer.allocate(text.length() * BITS / Byte.SIZE);
    long bits = 0;
    int held = 0;
    for (int i = 0; i < text.length(); i++) {
      bits = bits << BITS | BASE32.indexOf(text.charAt(i));
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        secret.put((byte) (bits >> held));
      }
    }
    return secret.array();
  }
}
