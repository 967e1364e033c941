package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link or an image of Markdown: {@code [shown](target)}, {@code ![shown](target)}.
 *
 * @param span its place in the raw text
 * @param image whether it is an image
 * @param shown the place of what readers see
 * @param target the place of the address
 */
public record MarkdownLink(Span span, boolean image, Span shown, Span target) {

  private static final String MIDDLE = "](";

  /** Those of a text, in their order; linear in its length. */
  public static List<MarkdownLink> in(String text) {
    List<MarkdownLink> links = new ArrayList<>(0);
    int behind = 0;
    for (int middle = text.indexOf(MIDDLE); middle >= 0; middle = text.indexOf(MIDDLE, behind)) {
      int open = lastOpen(text, behind, middle);
      int from = skipSpace(text, middle + MIDDLE.length());
      int end = from;
      while (end < text.length() && isOfTarget(text.charAt(end))) {
        end++;
      }
      if (open >= 0 && end > from) {
        boolean image = open > 0 && text.charAt(open - 1) == '!';
        int close = Math.min(text.length(), end + 1);
        links.add(
            new MarkdownLink(
                new Span(image ? open - 1 : open, close),
                image,
                new Span(open + 1, middle),
                new Span(from, end)));
      }
      behind = Math.max(end, middle + MIDDLE.length());
    }
    return links;
  }

  /** The bracket that opens, on the same line and behind the link before; -1 if there is none. */
  private static int lastOpen(String text, int from, int middle) {
    for (int i = middle - 1; i >= from && text.charAt(i) != '\n'; i--) {
      if (text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfTarget(char c) {
    return c != ')' && !Character.isWhitespace(c);
  }

  /**
   * Whether it shows an address of another domain than the one that it leads to.
   *
   * @param links the links of the text
   */
  public boolean isHiding(List<Link> links) {
    Link seen = first(links, shown);
    Link meant = first(links, target);
    return seen != null && meant != null && !Objects.equals(seen.domain(), meant.domain());
  }

  /** Whether a link stands in what it shows: it and its target are one. */
  public boolean isNamed(List<Link> links) {
    return first(links, shown) != null && first(links, target) != null;
  }

  private static @Nullable Link first(List<Link> links, Span place) {
    return links.stream().filter(link -> link.isWithin(place)).findFirst().orElse(null);
  }
}
