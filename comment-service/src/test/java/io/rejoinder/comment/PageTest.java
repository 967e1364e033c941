package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.comment.CommentId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Threads as HTML, as readers without JavaScript and search engines get them. */
@ExtendWith(SharedPlatform.class)
class PageTest {

  private static final String NASTY = "<img src=x onerror=alert(1)></script><script>alert(2)";

  private final Platform platform;

  PageTest(Platform platform) {
    this.platform = platform;
  }

  private Document page(String path) {
    HttpResponse<String> response = platform.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    return Jsoup.parse(response.body(), platform.uri(path).toString());
  }

  private void thread(String thread, int first, int roots) {
    platform.openThread(thread);
    for (int i = 0; i < roots; i++) {
      platform.moderated(States.of(first + i, thread).approved(1));
    }
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                Platform.json(platform.get("/api/threads/" + thread + "/comments"))
                        .get("count")
                        .asInt()
                    == roots);
  }

  private static List<String> shown(Document page) {
    return page.select(".rj-list > li").stream().map(Element::id).toList();
  }

  private static String anchor(int number) {
    return "comment-" + States.id(number).value();
  }

  @Test
  void theFragmentHasWhatPeopleAndMachinesReadAndIsNotSentTwice() {
    thread("fragment", 5000, 1);
    CommentId root = States.id(5000);
    platform.moderated(States.of(5001, "fragment").replyTo(root).approved(1, 1, NASTY));
    String path = "/threads/fragment/fragment?sort=newest&limit=20";
    await().atMost(Platform.BOUND).until(() -> platform.get(path).body().contains(anchor(5001)));

    HttpResponse<String> response = platform.get(path);
    Document page = Jsoup.parse(response.body());
    assertThat(page.select("h2").text()).isEqualTo("2 responses to “Title”");
    Element reply = page.getElementById(anchor(5001));
    assertThat(reply.closest("#" + anchor(5000))).isNotNull();
    assertThat(reply.attr("itemtype")).isEqualTo("https://schema.org/Comment");
    assertThat(reply.attr("itemprop")).isEqualTo("comment");
    assertThat(reply.select("[itemprop=author] [itemprop=name]").text()).isEqualTo("Ada");
    assertThat(reply.select("[itemprop=text]").text()).isEqualTo(NASTY);
    assertThat(reply.select("link[itemprop=parentItem]").attr("href"))
        .isEqualTo("#" + anchor(5000));
    assertThat(reply.select("time").attr("datetime")).startsWith("2026-03-04T06:");
    assertThat(page.select("[itemprop=upvoteCount]").eachAttr("content")).containsExactly("0", "0");
    assertThat(page.select("img, form, [onerror]")).isEmpty();

    Element state = page.select("script").get(0);
    assertThat(page.select("script")).hasSize(1);
    assertThat(state.attr("type")).isEqualTo("application/json");
    assertThat(state.data())
        .contains("\"count\":2", "\"cursor\":\"", "\\u003cp>text of")
        .doesNotContain("<");
    String etag = response.headers().firstValue("ETag").orElseThrow();
    assertThat(response.headers().firstValue("Form-Token")).isPresent();
    HttpResponse<String> again =
        platform.send(HttpRequest.newBuilder(platform.uri(path)).header("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("Form-Token")).isPresent();
  }

  @Test
  void thePageGoesToOlderOnesAndBackAndLeadsFromAComment() {
    thread("paged-html", 5100, 7);

    Document first = page("/threads/paged-html?limit=3");
    assertThat(shown(first)).containsExactly(anchor(5106), anchor(5105), anchor(5104));
    assertThat(first.select("h1").text()).isEqualTo("7 responses to “Title”");
    assertThat(first.select("nav a:contains(Newer)")).isEmpty();
    String older = first.select("nav a:contains(Older)").attr("abs:href");
    Document second = page(older.substring(older.indexOf("/threads")) + "&limit=3");
    assertThat(shown(second)).containsExactly(anchor(5103), anchor(5102), anchor(5101));
    String newer = second.select("nav a:contains(Newer)").attr("abs:href");
    Document back = page(newer.substring(newer.indexOf("/threads")) + "&limit=3");
    assertThat(shown(back)).isEqualTo(shown(first));
    Document oldest = page("/threads/paged-html?sort=oldest&limit=3");
    assertThat(shown(oldest)).containsExactly(anchor(5100), anchor(5101), anchor(5102));

    HttpResponse<String> lead = platform.get("/comments/" + States.id(5102).value());
    assertThat(lead.statusCode()).isEqualTo(303);
    String to = lead.headers().firstValue("Location").orElseThrow();
    assertThat(to).startsWith("../threads/paged-html?after=").endsWith("#" + anchor(5102));
    assertThat(shown(page(to.substring(2, to.indexOf('#'))))).first().isEqualTo(anchor(5102));
    assertThat(platform.get("/comments/" + States.id(999_999).value()).statusCode()).isEqualTo(404);
  }

  @Test
  void thePageRunsNothingAndIsNotSentTwice() {
    HttpResponse<String> response = platform.get("/threads/film");
    String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-").contains("form-action");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(Jsoup.parse(response.body()).select("script")).isEmpty();

    String etag = response.headers().firstValue("ETag").orElseThrow();
    HttpRequest.Builder again =
        HttpRequest.newBuilder(platform.uri("/threads/film")).header("If-None-Match", etag);
    assertThat(platform.send(again).statusCode()).isEqualTo(304);
  }

  @Test
  void aThreadSpeaksTheReadersLanguage() {
    HttpRequest.Builder arabic =
        HttpRequest.newBuilder(platform.uri("/threads/film"))
            .header("Accept-Language", "ar-EG,en;q=0.5");
    Document page = Jsoup.parse(platform.send(arabic).body());
    assertThat(page.select("html").attr("lang")).isEqualTo("ar");
    assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
  }

  @Test
  void whatCannotBeShownIsAPageThatSaysSo() {
    HttpResponse<String> unknown = platform.get("/threads/nowhere");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(unknown.body()).select("h1").text()).contains("no discussion");
    assertThat(platform.get("/threads/film?limit=x").statusCode()).isEqualTo(422);
    assertThat(platform.get("/threads/film?after=nonsense").statusCode()).isEqualTo(422);
    Document closed = page("/threads/closed");
    assertThat(closed.select("form")).isEmpty();
    assertThat(closed.text()).contains("Responses are closed.");
  }
}
