package io.rejoinder.comment.rendering;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The HTML of comments, as it goes into a page, into a feed, and as text into a message. */
public final class Prose {

  /** As the renderer of comments writes it: no other element of theirs is a span. */
  private static final String SPOILER = "<span class=\"spoiler\">";

  private static final Document.OutputSettings COMPACT =
      new Document.OutputSettings().prettyPrint(false);

  private static final Pattern MANY_LINES = Pattern.compile("[ \t]*\n(?:[ \t]*\n)+");

  private Prose() {}

  /** With spoilers behind a box that opens them, which needs no script. */
  static String inPage(String html, Words words) {
    if (!html.contains(SPOILER)) {
      return html;
    }
    String box =
        new Markup()
            .raw("<label class=\"rj-spoiler\"><input type=\"checkbox\"")
            .attribute("aria-label", words.say("spoiler"))
            .raw("><span>")
            .toString();
    return html.replace("</span>", "</span></label>").replace(SPOILER, box);
  }

  /** Without what spoilers say: a feed's reader shows all that it has. */
  static String inFeed(String html, Words words) {
    if (!html.contains(SPOILER)) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings(COMPACT);
    document.select("span.spoiler").forEach(it -> it.text(words.say("spoiler.cut")));
    return document.body().html();
  }

  /** As text, a blank line between paragraphs, and without what spoilers say. */
  public static String plain(String html, Words words) {
    Document document = Jsoup.parseBodyFragment(inFeed(html, words));
    document.select("br").forEach(it -> it.after("\n"));
    document
        .select("p, li, blockquote, pre, h1, h2, h3, h4, h5, h6")
        .forEach(it -> it.after("\n\n"));
    return MANY_LINES.matcher(document.body().wholeText()).replaceAll("\n\n").strip();
  }
}
