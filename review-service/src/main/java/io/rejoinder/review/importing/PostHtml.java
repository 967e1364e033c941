package io.rejoinder.review.importing;

import io.rejoinder.review.review.ReviewHtml;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The HTML of an imported post. WordPress stores paragraphs as blank lines and makes elements of
 * them when it shows a post; so does this, except in posts of its block editor, which are HTML
 * already.
 */
final class PostHtml {

  private static final Pattern EMBED =
      Pattern.compile("\\[embed[^\\]]*]\\s*(https?://[^\\s\\[\"<>]+)\\s*\\[/embed]");
  private static final Pattern SHORTCODES =
      Pattern.compile("\\[/?(caption|gallery|audio|video|playlist|wp_caption)(\\s[^\\]]*)?]");
  private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t]*(?:\n[ \t]*)+");
  private static final Set<String> CONTAINERS = Set.of("blockquote", "div", "section", "article");
  private static final Set<String> BLOCKS_TOO = Set.of("iframe", "figure", "video", "hr");

  private PostHtml() {}

  /** Sanitised; empty where nothing that a reader sees is left. */
  static String of(WxrItem item) {
    return of(item.content(), item.field("link"));
  }

  static String of(String content, String base) {
    String unix = content.replace("\r\n", "\n").replace('\r', '\n');
    String embedded = EMBED.matcher(unix).replaceAll("<a href=\"$1\">$1</a>");
    String html = SHORTCODES.matcher(embedded).replaceAll("");
    if (!html.contains("<!-- wp:")) {
      Document post = Jsoup.parseBodyFragment(html, base);
      post.outputSettings().prettyPrint(false);
      paragraphs(post.body());
      html = post.body().html();
    }
    String clean = ReviewHtml.sanitised(html, base);
    return Jsoup.parseBodyFragment(clean).text().isBlank() ? "" : clean;
  }

  private static void paragraphs(Element container) {
    List<Node> nodes = List.copyOf(container.childNodes());
    container.empty();
    @Nullable Element paragraph = null;
    for (Node node : nodes) {
      if (node instanceof TextNode text) {
        paragraph = text(container, paragraph, text.getWholeText());
      } else if (node instanceof Element element && isBlock(element)) {
        paragraph = null;
        if (CONTAINERS.contains(element.normalName())) {
          paragraphs(element);
        }
        container.appendChild(element);
      } else if (!(node instanceof Comment)) {
        paragraph = paragraph == null ? container.appendElement("p") : paragraph;
        paragraph.appendChild(node);
      }
    }
    container.select("> p > br:last-child").forEach(PostHtml::removeIfLast);
  }

  private static void removeIfLast(Element lineBreak) {
    if (lineBreak.nextSibling() == null) {
      lineBreak.remove();
    }
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || BLOCKS_TOO.contains(element.normalName());
  }

  /** Appends text to the paragraph that is open, or to new ones; returns the one open then. */
  private static @Nullable Element text(
      Element container, @Nullable Element open, String wholeText) {
    Element paragraph = open;
    String[] pieces = BLANK_LINES.split(wholeText, -1);
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        paragraph = null;
      }
      if (pieces[i].isBlank() && paragraph == null) {
        continue;
      }
      paragraph = paragraph == null ? container.appendElement("p") : paragraph;
      lines(paragraph, pieces[i]);
    }
    return paragraph;
  }

  private static void lines(Element paragraph, String piece) {
    String[] lines = piece.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Node last =
          paragraph.childNodeSize() == 0
              ? null
              : paragraph.childNode(paragraph.childNodeSize() - 1);
      boolean broken = last == null || (last instanceof Element e && e.normalName().equals("br"));
      if (i > 0 && !broken) {
        paragraph.appendElement("br");
      }
      if (!lines[i].isEmpty()) {
        paragraph.appendChild(new TextNode(lines[i]));
      }
    }
  }
}
