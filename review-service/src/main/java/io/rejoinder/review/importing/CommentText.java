package io.rejoinder.review.importing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The HTML of an imported comment as the Markdown subset of comments: paragraphs and line breaks
 * stay, links keep their address, quotes stay quotes; what is only dressed loses its dress.
 */
final class CommentText {

  private static final Set<String> DROPPED = Set.of("script", "style", "template", "noscript");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|mailto:)\\S+");
  private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\u00a0]+");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private final StringBuilder out = new StringBuilder();

  private CommentText() {}

  /** The text; empty where nothing is left. */
  static String of(String html) {
    String unix = html.replace("\r\n", "\n").replace('\r', '\n');
    // Most comments have no markup at all, and an export may have a million of them.
    return unix.indexOf('<') < 0 && unix.indexOf('&') < 0
        ? render(new Element("body").appendText(unix))
        : render(Jsoup.parseBodyFragment(unix).body());
  }

  private static String render(Element element) {
    CommentText text = new CommentText();
    text.children(element);
    return BLANK_LINES.matcher(text.out.toString()).replaceAll("\n\n").strip();
  }

  private void children(Element element) {
    List<Node> nodes = element.childNodes();
    nodes.forEach(this::node);
  }

  private void node(Node node) {
    if (node instanceof TextNode text) {
      text(text.getWholeText());
    } else if (node instanceof Element element && !DROPPED.contains(element.normalName())) {
      element(element);
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "br" -> lineBreak();
      case "a" -> link(element.attr("href").strip(), element.text());
      case "img" -> link(element.attr("src").strip(), element.attr("alt"));
      case "li" -> prefixed("- ", "  ", element);
      case "blockquote" -> {
        paragraph();
        prefixed("> ", "> ", element);
        paragraph();
      }
      default -> {
        boolean block = element.isBlock();
        if (block) {
          paragraph();
        }
        children(element);
        if (block) {
          paragraph();
        }
      }
    }
  }

  private void text(String raw) {
    String text = CONTROLS.matcher(raw).replaceAll("");
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        lineBreak();
      }
      boolean start = atLineStart();
      String line = SPACES.matcher(lines[i]).replaceAll(" ");
      out.append(MarkdownEscape.of(start ? line.stripLeading() : line, start));
    }
  }

  /** A link with its words; the bare address where the words add nothing. */
  private void link(String address, String words) {
    String said = SPACES.matcher(words.replace('\n', ' ')).replaceAll(" ").strip();
    if (!ADDRESS.matcher(address).matches()) {
      text(said);
    } else if (said.isEmpty() || said.equals(address)) {
      out.append(safe(address));
    } else {
      out.append('[')
          .append(MarkdownEscape.of(said, false).replace("[", "\\[").replace("]", "\\]"))
          .append("](")
          .append(safe(address))
          .append(')');
    }
  }

  /** What would end an address in Markdown is percent-encoded. */
  private static String safe(String address) {
    return address
        .replace("\\", "%5C")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("*", "%2A");
  }

  private void prefixed(String first, String others, Element element) {
    String inner = render(element);
    if (inner.isEmpty()) {
      return;
    }
    if (!atLineStart()) {
      lineBreak();
    }
    out.append(first).append(inner.replace("\n", "\n" + others));
    lineBreak();
  }

  private boolean atLineStart() {
    return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
  }

  private boolean atParagraphStart() {
    int length = out.length();
    return length >= 2 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n';
  }

  private void lineBreak() {
    while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append('\n');
  }

  private void paragraph() {
    while (out.length() > 0 && !atParagraphStart()) {
      lineBreak();
    }
  }
}
