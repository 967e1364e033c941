package io.rejoinder.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostHtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one\\n\\ntwo|<p>one</p><p>two</p>",
        "one\\ntwo|<p>one<br>two</p>",
        "one<br />\\ntwo|<p>one<br>two</p>",
        "a <em>b</em>\\n\\n<ul><li>c</li></ul>\\n\\nd|<p>a <em>b</em></p><ul><li>c</li></ul><p>d</p>",
        "<blockquote>a\\n\\nb</blockquote>|<blockquote><p>a</p><p>b</p></blockquote>",
        "<pre>a\\n\\nb</pre>|<pre>a\\n\\nb</pre>",
        "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->|<p>a</p>",
        "[caption id='x']<img src='/i.png' alt='Still'> words[/caption]"
            + "|<p><a href=\"https://films.example/i.png\" rel=\"noopener\">Still</a> words</p>",
        "<a href='/b'><img src='/c/pic.jpg'></a>"
            + "|<p><a href=\"https://films.example/b\" rel=\"noopener\">pic.jpg</a></p>",
        "<iframe src='https://video.example/v/1'></iframe>"
            + "|<a href=\"https://video.example/v/1\" rel=\"noopener\">1</a>",
        "<h1 onclick='x()' style='color:red'>T</h1>|<h2>T</h2>",
        "<a href='javascript:x()'>t</a>|<p><a rel=\"noopener\">t</a></p>",
        "<script>x()</script><style>p{}</style>|''",
        "<p></p>\\n&nbsp;|''",
      })
  void postReadsAsItDidThere(String content, String html) {
    String shown =
        PostHtml.of(content.replace("\\n", "\n"), "https://films.example/a/")
            .replaceAll(">\n\\s*<", "><");

    assertThat(shown).isEqualTo(html.replace("\\n", "\n"));
  }
}
