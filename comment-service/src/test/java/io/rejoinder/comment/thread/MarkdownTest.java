package io.rejoinder.comment.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {

  private static final String REL = "rel=\"nofollow ugc noopener noreferrer\"";

  @Test
  void theSubsetIsRendered() {
    assertThat(Markdown.html("a\nb\n\n*c* **d** `e`"))
        .isEqualTo("<p>a<br>\nb</p>\n<p><em>c</em> <strong>d</strong> <code>e</code></p>");
    assertThat(Markdown.html("> said")).contains("<blockquote>", "<p>said</p>");
    assertThat(Markdown.html("- a\n- b")).contains("<ul>", "<li>a</li>");
    assertThat(Markdown.html("3. a\n4. b")).contains("<ol start=\"3\">");
    assertThat(Markdown.html("```\nx < y\n```")).isEqualTo("<pre><code>x &lt; y\n</code></pre>");
  }

  @Test
  void linksAreMarkedAsReadersOwn() {
    assertThat(Markdown.html("[a](https://example.org/?q=1)"))
        .isEqualTo("<p><a href=\"https://example.org/?q=1\" " + REL + ">a</a></p>");
    assertThat(Markdown.html("see https://example.org/x."))
        .isEqualTo(
            "<p>see <a href=\"https://example.org/x\" " + REL + ">https://example.org/x</a>.</p>");
    assertThat(Markdown.html("<mailto:a@example.org>")).contains("href=\"mailto:a@example.org\"");
  }

  @Test
  void whatIsNotInTheSubsetShowsAsText() {
    assertThat(Markdown.html("# No heading")).isEqualTo("<p># No heading</p>");
    assertThat(Markdown.html("<b>bold</b>")).isEqualTo("<p>&lt;b&gt;bold&lt;/b&gt;</p>");
    assertThat(Markdown.html("***")).doesNotContain("<hr");
    assertThat(Markdown.html("![cat](https://example.org/cat.png)"))
        .isEqualTo("<p><a href=\"https://example.org/cat.png\" " + REL + ">cat</a></p>");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<style>@import'//evil.example'</style>",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
        "</p><script>alert(1)</script><p>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\u0000script:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](\u0001javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](/relative)",
        "[x](https://example.org \"onmouseover=alert(1)\")",
        "[x](https://example.org/\"onmouseover=\"alert(1))",
        "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](https://example.org/a.png)",
        "<javascript:alert(1)>",
        "[a]: javascript:alert(1)\n\n[a]",
        "`<script>alert(1)</script>`",
        "```<script>\n<script>alert(1)</script>\n```",
        "``` \" onload=\"alert(1)\nx\n```",
        "> <script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>",
        "https://example.org/<script>alert(1)</script>",
        "https://example.org/\"onclick=\"alert(1)",
        "\\<script>alert(1)\\</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<scr\u0000ipt>alert(1)</script>");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingHostileComesThrough(String text) {
    for (Element element : Jsoup.parseBodyFragment(Markdown.html(text)).body().getAllElements()) {
      assertThat(element.tagName())
          .isIn(
              "body",
              "p",
              "br",
              "em",
              "strong",
              "code",
              "pre",
              "blockquote",
              "ul",
              "ol",
              "li",
              "a");
      element
          .attributes()
          .forEach(
              attribute -> {
                assertThat(attribute.getKey()).isIn("href", "rel", "start");
                if (attribute.getKey().equals("href")) {
                  assertThat(attribute.getValue()).matches("(https?://|mailto:).*");
                }
              });
    }
  }

  @Test
  void signsThatTurnTextRoundAndControlCharactersAreDropped() {
    assertThat(Markdown.html("a\u202Eb\u2067c\u0000d\u0007e")).isEqualTo("<p>abcde</p>");
    assertThat(PlainText.line("Ada\u202E\nBob")).isEqualTo("Ada Bob");
  }

  @Test
  void whatGivesTheStoryAwayIsMarkedAsSuch() {
    assertThat(Markdown.html("Then ||the *lamp* goes out||, and it rains."))
        .isEqualTo(
            "<p>Then <span class=\"spoiler\">the <em>lamp</em> goes out</span>, and it rains.</p>");
    assertThat(Markdown.html("a || b, |c|, |||| and `||d||`"))
        .isEqualTo("<p>a || b, |c|, |||| and <code>||d||</code></p>");
    assertThat(Markdown.html("<span class=\"fresh\">x</span>"))
        .isEqualTo("<p>&lt;span class=\"fresh\"&gt;x&lt;/span&gt;</p>");
  }

  static Stream<String> huge() {
    return Stream.of(
        ">".repeat(5000),
        "> ".repeat(2500) + "x",
        "- ".repeat(2500) + "x",
        "1. ".repeat(1600) + "x",
        "*a **b ".repeat(700),
        "*".repeat(5000),
        "||a ".repeat(1200),
        "||a|| ".repeat(800),
        "||a **b ".repeat(600) + "** ||".repeat(600),
        "_a*".repeat(1600),
        "[".repeat(5000),
        "[a](".repeat(1250),
        "![".repeat(2500),
        "![a](".repeat(1000) + "x" + ")".repeat(1000),
        "`".repeat(5000),
        "<".repeat(5000),
        "- a\n".repeat(1250),
        "https://a.example/ ".repeat(250),
        "**a".repeat(800) + "a**".repeat(800));
  }

  @ParameterizedTest
  @MethodSource("huge")
  @Timeout(5)
  void hugeNestingIsRenderedInBoundedTimeAndDepth(String text) {
    String html = Markdown.html(text);

    int deepest =
        Jsoup.parseBodyFragment(html).body().getAllElements().stream()
            .mapToInt(element -> element.parents().size())
            .max()
            .orElse(0);
    assertThat(deepest).isLessThan(50);
    assertThat(html).hasSizeLessThan(200_000);
  }
}
