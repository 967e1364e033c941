package io.rejoinder.comment.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a message can be sent to. It is not known to exist, or whose it is.
 *
 * @param value {@code local@domain} in ASCII, at most 254 characters (RFC 5321, 4.5.3.1.3): the
 *     domain in lower case and, where it has other letters, as DNS knows it
 */
public record MailAddress(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;

  /**
   * A dot-atom (RFC 5322, 3.2.3): no quotes, comments or spaces, so no header can be made of it.
   */
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  /** Checks that it has the shape. */
  public MailAddress {
    int at = value.lastIndexOf('@');
    if (value.length() > LONGEST
        || at < 1
        || at > LONGEST_LOCAL
        || !LOCAL.matcher(value.substring(0, at)).matches()
        || !DOMAIN.matcher(value.substring(at + 1)).matches()) {
      throw new IllegalArgumentException(
          "e-mail address of %d characters (expected: local@domain, at most %d)"
              .formatted(value.length(), LONGEST));
    }
  }

  /** An address as somebody typed it; empty if nothing can be sent to it. */
  public static Optional<MailAddress> parse(String typed) {
    String stripped = typed.strip();
    int at = stripped.lastIndexOf('@');
    // Longer texts are not worth a look, and would cost one.
    if (at < 1 || stripped.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(stripped.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(
          new MailAddress(stripped.substring(0, at + 1) + domain.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Nobody's to read in a log. */
  @Override
  public String toString() {
    return "MailAddress[...]";
  }
}
