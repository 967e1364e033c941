package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.List;

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
   * The links in what it shows, where its target is a link, too: it is one link, which names two.
   *
   * @param links all of the text, in their order
   */
  public List<Link> named(List<Link> links) {
    return Link.within(links, target).isEmpty() ? List.of() : Link.within(links, shown);
  }

  /**
   * Whether it shows an address of another domain than the one that it leads to.
   *
   * @param links all of the text, in their order
   */
  public boolean isHiding(List<Link> links) {
    List<Link> named = named(links);
    return !named.isEmpty()
        && !named.get(0).domain().equals(Link.within(links, target).get(0).domain());
  }
}
