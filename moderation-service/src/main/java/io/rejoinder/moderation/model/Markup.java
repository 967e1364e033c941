package io.rejoinder.moderation.model;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** HTML to text, where a text may be HTML: exports and collections hold comments so. */
final class Markup {

  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]|&[a-zA-Z#]");

  private Markup() {}

  /** What a person reads; a text without markup is itself. */
  static String textOf(String text) {
    boolean may = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    if (!may || !MARKUP.matcher(text).find()) {
      return text;
    }
    Document document = Jsoup.parseBodyFragment(text);
    document.outputSettings().prettyPrint(false);
    return document.wholeText();
  }
}
