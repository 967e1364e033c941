package io.rejoinder.comment.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a checked token says of a reader.
 *
 * @param issuer who signed it
 * @param subject the reader's id there, 1 to 255 characters (OpenID Connect Core, 2)
 * @param name as shown here
 * @param email null where there is none, or none that could be one
 */
record Vouched(String issuer, String subject, String name, @Nullable String email) {

  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_EMAIL = 254;

  /**
   * What the claims say.
   *
   * @param longest code points of a name at most
   * @throws TokenRefused if subject or name are missing or out of bounds
   */
  static Vouched of(JWTClaimsSet claims, String issuer, int longest) throws TokenRefused {
    String subject = text(claims, "sub");
    String name = text(claims, "name").strip();
    boolean lines = subject.chars().anyMatch(Character::isISOControl);
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT || lines) {
      throw refused("sub", "length " + subject.length(), "1..255 characters, no control character");
    }
    int length = name.codePointCount(0, name.length());
    boolean controls = name.chars().anyMatch(Character::isISOControl);
    if (length > longest || controls || invisible(name)) {
      throw refused(
          "name",
          "length " + length,
          "1..%d visible code points, no control character".formatted(longest));
    }
    String email = text(claims, "email").strip();
    boolean plausible =
        email.length() <= LONGEST_EMAIL
            && email.indexOf('@') > 0
            && email.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    return new Vouched(issuer, subject, name, plausible ? email : null);
  }

  private static boolean invisible(String name) {
    return name.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  private static String text(JWTClaimsSet claims, String claim) throws TokenRefused {
    try {
      String text = claims.getStringClaim(claim);
      return text == null ? "" : text;
    } catch (ParseException e) {
      throw refused(claim, "not a text", "a text");
    }
  }

  private static TokenRefused refused(String claim, String value, String bound) {
    return TokenRefused.of("." + claim, value, bound);
  }
}
