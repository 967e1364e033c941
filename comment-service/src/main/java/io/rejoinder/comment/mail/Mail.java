package io.rejoinder.comment.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message to one address.
 *
 * @param to where it goes
 * @param subject one line; what could end it, or turn it round, is taken out here
 * @param text the message as plain text
 * @param html the same as a document in HTML; null for none
 * @param stop where a mail program can stop further messages by one POST (RFC 8058): an address of
 *     http or https; null for a message that is sent once
 * @param id what its {@code Message-ID} is made of: the same for a message that is sent again after
 *     a crash, so that mailboxes which look at it show one; letters, digits, dots and hyphens
 */
public record Mail(
    MailAddress to,
    String subject,
    String text,
    @Nullable String html,
    @Nullable String stop,
    String id) {

  private static final int LONGEST_SUBJECT = 200;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,100}");
  private static final Pattern LINK = Pattern.compile("https?://[!-;=?-~]{1,900}");

  /** Checks what goes into headers. */
  public Mail {
    subject = line(subject);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id of %d characters (expected: 1..100 of A-Z, a-z, 0-9, '.', '-')"
              .formatted(id.length()));
    }
    if (stop != null && !LINK.matcher(stop).matches()) {
      throw new IllegalArgumentException(
          "stop of %d characters (expected: an address of http or https in ASCII, at most 907)"
              .formatted(stop.length()));
    }
  }

  /** One line without controls, line ends of any kind and overrides of direction; shortened. */
  private static String line(String given) {
    StringBuilder line = new StringBuilder();
    given
        .codePoints()
        .limit(LONGEST_SUBJECT)
        .map(c -> breaks(c) ? ' ' : c)
        .filter(c -> !reorders(c) && !Character.isISOControl(c))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  private static boolean breaks(int c) {
    return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Embeddings, overrides and isolates (UAX #9). */
  private static boolean reorders(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Its content is nobody's to read in a log. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
