package io.rejoinder.comment.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.thread.Markdown;
import org.junit.jupiter.api.Test;

class ProseTest {

  private static final String HTML = Markdown.html("In the end ||the *lamp* ||goes|| out||.");

  @Test
  void aPageCoversSpoilersUntilTheyAreAskedFor() {
    assertThat(Prose.inPage(Markdown.html("a ||b|| c"), Words.in("en")))
        .isEqualTo(
            "<p>a <label class=\"rj-spoiler\"><input type=\"checkbox\" aria-label=\"Show spoiler\">"
                + "<span>b</span></label> c</p>");
    assertThat(Prose.inPage("<p>a</p>", Words.in("en"))).isEqualTo("<p>a</p>");
  }

  @Test
  void aFeedCarriesNothingOfThem() {
    String feed = Prose.inFeed(HTML, Words.in("en"));

    assertThat(feed).startsWith("<p>In the end <span class=\"spoiler\">[spoiler: read it on");
    assertThat(feed).doesNotContain("lamp", "goes", "out");
  }
}
