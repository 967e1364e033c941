package io.rejoinder.comment.thread;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * The Markdown subset of comments: paragraphs, line breaks, emphasis, code, quotes, lists, links,
 * spoilers. Everything else, HTML above all, shows as the text that it is. Rendered by one library,
 * then sanitised by another, so that a fault in one is not enough. The same text gives the same
 * HTML.
 */
public final class Markdown {

  /**
   * Deeper nesting than a person reads shows as plain text: renderers go down by recursion, and
   * 5,000 quote signs would be 5,000 levels.
   */
  private static final int MAX_DEPTH = 32;

  private static final Spoilers SPOILERS = new Spoilers();

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of(FencedCodeBlock.class, BlockQuote.class, ListBlock.class))
          .extensions(
              List.of(AutolinkExtension.builder().linkTypes(AutolinkType.URL).build(), SPOILERS))
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>\n")
          .nodeRendererFactory(ImageAsLink::new)
          .extensions(List.of(SPOILERS))
          .build();

  private static final Safelist SAFE =
      new Markup()
          .addTags(
              "p", "span", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addAttributes("ol", "start")
          .addAttributes("span", "class")
          .addEnforcedAttribute("a", "rel", "nofollow ugc noopener noreferrer");

  private static final Document.OutputSettings COMPACT =
      new Document.OutputSettings().prettyPrint(false);

  private Markdown() {}

  /** A comment's text as HTML that can stand in any page. */
  public static String html(String text) {
    Node document = PARSER.parse(PlainText.clean(text));
    if (deep(document)) {
      document = plain(text);
    }
    return Jsoup.clean(RENDERER.render(document), "", SAFE, COMPACT).strip();
  }

  private static Node plain(String text) {
    Node document = new org.commonmark.node.Document();
    Paragraph paragraph = new Paragraph();
    paragraph.appendChild(new Text(PlainText.clean(text)));
    document.appendChild(paragraph);
    return document;
  }

  /** Without recursion, which is what it guards. */
  private static boolean deep(Node document) {
    Node node = document;
    int depth = 0;
    while (true) {
      Node child = node.getFirstChild();
      if (child != null) {
        node = child;
        depth++;
        if (depth > MAX_DEPTH) {
          return true;
        }
        continue;
      }
      while (node.getNext() == null) {
        node = node.getParent();
        depth--;
        if (node == null || node == document) {
          return false;
        }
      }
      node = node.getNext();
    }
  }

  /** Knows one class, so that no other of the page's can be put on. */
  private static final class Markup extends Safelist {

    @Override
    public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
      return super.isSafeAttribute(tag, element, attribute)
          && (!tag.equals("span") || Spoilers.CLASS.equals(attribute.getValue()));
    }
  }

  /** An image would load from anywhere in every reader's browser: it becomes a link to it. */
  private static final class ImageAsLink implements NodeRenderer {
    private final HtmlWriter html;
    private final HtmlNodeRendererContext context;

    ImageAsLink(HtmlNodeRendererContext context) {
      this.html = context.getWriter();
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      String address = context.urlSanitizer().sanitizeImageUrl(((Image) node).getDestination());
      html.tag("a", Map.of("href", context.encodeUrl(address)));
      Node child = node.getFirstChild();
      if (child == null) {
        html.text(address);
      }
      while (child != null) {
        context.render(child);
        child = child.getNext();
      }
      html.tag("/a");
    }
  }
}
