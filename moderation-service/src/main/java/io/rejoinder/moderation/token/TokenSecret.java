package io.rejoinder.moderation.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token's secret: {@code rj-} and 256 random bits in 52 digits of base 32 (RFC 4648, lower case).
 * 55 letters, digits and one hyphen: it is a label of a host name as well (RFC 1123: 63 at most, no
 * matter of case, no underscore), because there are clients that say their key there.
 *
 * @param text as it is told, once
 */
record TokenSecret(String text) {

  private static final String PREFIX = "rj-";
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS = 256;
  private static final int BITS_OF_DIGIT = 5;
  private static final Pattern SHAPE = Pattern.compile("rj-[a-z2-7]{52}");
  private static final int LAST = 4;

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException without the text, if it has another
   */
  TokenSecret {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "secret: length %d (expected: rj- and 52 digits of base 32)".formatted(text.length()));
    }
  }

  /** The secret that this text is; empty where it cannot be one. */
  static Optional<TokenSecret> read(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new TokenSecret(text)) : Optional.empty();
  }

  static TokenSecret random(SecureRandom random) {
    byte[] bytes = new byte[BITS / Byte.SIZE];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder(PREFIX);
    for (int bit = 0; bit < BITS; bit += BITS_OF_DIGIT) {
      text.append(DIGITS.charAt(digit(bytes, bit)));
    }
    return new TokenSecret(text.toString());
  }

  /** The five bits from this one on; those behind the end are 0. */
  private static int digit(byte[] bytes, int from) {
    int digit = 0;
    for (int bit = from; bit < from + BITS_OF_DIGIT; bit++) {
      int set = bit < BITS ? bytes[bit / Byte.SIZE] >> (7 - bit % Byte.SIZE) & 1 : 0;
      digit = digit << 1 | set;
    }
    return digit;
  }

  /** SHA-256, hexadecimal: all that is kept. Random as it is, it needs no salt and no slow hash. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  String lastFour() {
    return text.substring(text.length() - LAST);
  }

  @Override
  public String toString() {
    return "TokenSecret";
  }
}
