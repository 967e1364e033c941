package io.rejoinder.review.review;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML of a review: what may stand in it. Nothing in it loads from anywhere: pictures and
 * embedded pages become links.
 */
public final class ReviewHtml {

  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "br", "em", "strong", "i", "b", "u", "s", "del", "ins", "sub", "sup")
          .addTags("small", "cite", "q", "abbr", "mark", "kbd", "code", "pre", "blockquote")
          .addTags("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr")
          .addTags("a", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot")
          .addTags("tr", "th", "td", "div")
          .addAttributes("a", "href", "title")
          .addAttributes("abbr", "title")
          .addAttributes("ol", "start")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addEnforcedAttribute("a", "rel", "noopener");

  private ReviewHtml() {}

  /** Markdown (CommonMark) rendered and sanitised; HTML in it is, too. */
  public static String ofMarkdown(String markdown) {
    return sanitised(RENDERER.render(MARKDOWN.parse(markdown)), "");
  }

  /**
   * HTML made safe.
   *
   * @param html a fragment from anywhere
   * @param base the address that relative links are resolved against; empty drops them
   */
  public static String sanitised(String html, String base) {
    Document dirty = Jsoup.parseBodyFragment(html, base);
    dirty.select("script, style, noscript, template, object, form").remove();
    dirty.select("img").forEach(image -> link(image, "src", image.attr("alt")));
    dirty
        .select("iframe, video, audio, embed")
        .forEach(embedded -> link(embedded, "src", embedded.attr("title")));
    dirty.select("h1").tagName("h2");
    Document clean = new Cleaner(ALLOWED).clean(dirty);
    clean.select("p:empty, figure:empty, div:empty").remove();
    clean.outputSettings().prettyPrint(false);
    return clean.body().html().strip();
  }

  /** Puts a link to what an element would have loaded in its place; inside a link, its words. */
  private static void link(Element element, String attribute, String words) {
    String address = element.absUrl(attribute);
    Node instead;
    if (address.isEmpty() || element.closest("a") != null) {
      instead = new TextNode(words.isBlank() && !address.isEmpty() ? fileOf(address) : words);
    } else {
      instead =
          new Element("a").attr("href", address).text(words.isBlank() ? fileOf(address) : words);
    }
    element.replaceWith(instead);
  }

  /** The last part of an address's path, else its host part. */
  private static String fileOf(String address) {
    String path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
