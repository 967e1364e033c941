package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Writes HTML and XML. What comes from outside goes through {@link #text} or {@link #attribute},
 * which escape it; {@link #raw} is for literals of this room, and for HTML that is sanitised.
 */
public final class Markup {

  private static final int USUAL = 16_384;

  private final ByteArrayOutputStream before = new ByteArrayOutputStream(0);
  private final StringBuilder out = new StringBuilder(USUAL);

  /** Markup that is known to be well-formed. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A text between tags. */
  public Markup text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (allowed(text, i)) {
            out.append(c);
          }
        }
      }
    }
    return this;
  }

  /** An attribute, with the space before it. */
  public Markup attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    return text(value).raw("\"");
  }

  /** An element that holds nothing but a text. */
  public Markup element(String tag, String text) {
    return raw("<").raw(tag).raw(">").text(text).raw("</").raw(tag).raw(">");
  }

  /** Whether XML may hold the character: no controls, no halves of a pair (XML 1.0, 2.2). */
  private static boolean allowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return (c >= ' ' && c < 0xfffe) || c == '\n' || c == '\t' || c == '\r';
  }

  /** Markup that was kept as it is sent: it is copied, and neither read nor written again. */
  Markup kept(byte[] markup) {
    before.writeBytes(out.toString().getBytes(UTF_8));
    before.writeBytes(markup);
    out.setLength(0);
    return this;
  }

  byte[] bytes() {
    byte[] last = out.toString().getBytes(UTF_8);
    if (before.size() == 0) {
      return last;
    }
    before.writeBytes(last);
    out.setLength(0);
    return before.toByteArray();
  }

  /** All that was written. */
  @Override
  public String toString() {
    return before.toString(UTF_8) + out;
  }
}
