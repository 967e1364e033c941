package io.rejoinder.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().softbreak("<br>\n").build();

  private static String shown(String markdown) {
    return Jsoup.parseBodyFragment(RENDERER.render(PARSER.parse(markdown))).body().wholeText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*stars* and _lines_ and snake_case_names",
        "`code` and ``` fences",
        "# not a heading",
        "> not a quote",
        "- not a list",
        "1. not a list",
        "1986) a year",
        "* * *",
        "---",
        "===",
        "~~~",
        "[a](http://b.example) and [c]: d",
        "5 * 3 * 2 = 30",
        "a &amp; b &lt;3",
        "back\\slash \\* and end\\",
        "<3 and 1 < 2",
        "Letzter :/",
        "...",
        "!",
        "100 % _",
        "***",
      })
  void textLooksAsItDid(String text) {
    String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

    assertThat(shown(CommentText.of(html)).strip()).isEqualTo(text);
  }

  @Test
  void anyTextLooksAsItDid() {
    Random random = new Random(20260101);
    String alphabet = "ab1 \\`*_{}[]()#+-.!~<>&;:|=/\"'\nü";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder made = new StringBuilder();
      int length = 1 + random.nextInt(14);
      for (int j = 0; j < length; j++) {
        made.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String text = made.toString();
      String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

      assertThat(plain(shown(CommentText.of(html)))).as(text).isEqualTo(plain(text));
    }
  }

  /** Space at the ends of lines and blank lines do not show. */
  private static String plain(String text) {
    return text.lines()
        .map(line -> line.replaceAll("[ \\t]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  @Test
  void plainTextIsLeftAsItIs() {
    assertThat(CommentText.of("See you at 8, room_12; 3 * 4 - 1 [sic] (really)."))
        .isEqualTo("See you at 8, room_12; 3 * 4 - 1 [sic] (really).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href='https://x.example/a_b'>there</a>|[there](https://x.example/a_b)",
        "<a href='https://x.example/a'>https://x.example/a</a>|https://x.example/a",
        "<a href='javascript:alert(1)'>no</a>|no",
        "<a href='https://x.example/(a)'>a [b]</a>|[a \\[b\\]](https://x.example/%28a%29)",
        "<b>bold</b> <em>words</em>|bold words",
        "<script>alert(1)</script>left|left",
      })
  void markupBecomesText(String html, String text) {
    assertThat(CommentText.of(html)).isEqualTo(text);
  }

  @Test
  void paragraphsBreaksQuotesAndListsStay() {
    assertThat(CommentText.of("one<br />\ntwo\nthree\r\n\r\nfour<p>five</p><p>six</p>"))
        .isEqualTo("one\n\ntwo\nthree\n\nfour\n\nfive\n\nsix");
    assertThat(CommentText.of("<blockquote>she said<br>this</blockquote>I agree"))
        .isEqualTo("> she said\n> this\n\nI agree");
    assertThat(CommentText.of("<ul><li>a</li><li>b</li></ul>")).isEqualTo("- a\n- b");
  }
}
