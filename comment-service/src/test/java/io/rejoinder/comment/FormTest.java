package io.rejoinder.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.Withdraw;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plain forms, as a browser without JavaScript sends them. */
@ExtendWith(SharedPlatform.class)
class FormTest {

  private final Platform platform;

  FormTest(Platform platform) {
    this.platform = platform;
  }

  private Document page(URI uri) {
    return Jsoup.parse(platform.send(HttpRequest.newBuilder(uri)).body(), uri.toString());
  }

  private HttpResponse<String> send(URI to, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return platform.send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Fills the form of a page and sends it from there. */
  private HttpResponse<String> submit(Document page, String form, String... filled) {
    Element element = page.select(form).get(0);
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : element.select("input, textarea")) {
      fields.put(field.attr("name"), field.val());
    }
    for (int i = 0; i < filled.length; i += 2) {
      fields.put(filled[i], filled[i + 1]);
    }
    URI to = URI.create(element.attr("abs:action").replaceFirst("#.*", ""));
    return send(to, fields, "Origin", "http://" + to.getAuthority());
  }

  private static URI led(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aPostGoesToAPageThatShowsWhereItStandsUntilItIsPublishedAndWithdrawn() {
    Document form = page(platform.uri("/threads/film"));
    HttpResponse<String> sent =
        submit(form, "#form", "text", "One\r\ntwo.", "name", "Noor", "email", "noor@example.org");
    URI own = led(sent);
    assertThat(
            submit(form, "#form", "text", "One\ntwo.", "name", "Noor", "email", "noor@example.org")
                .headers()
                .firstValue("Location"))
        .as("sent twice")
        .isEqualTo(sent.headers().firstValue("Location"));
    String id = own.getPath().substring(own.getPath().lastIndexOf('/') + 1);
    Submit submit =
        platform.events(Topics.COMMENTS_SUBMITTED).stream()
            .filter(it -> it instanceof Submit post && post.comment().value().equals(id))
            .map(Submit.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(submit.text()).isEqualTo("One\ntwo.");
    assertThat(submit.author().email()).isNotNull();
    assertThat(submit.circumstances().formSeconds()).isNotNull();

    Document checking = page(own);
    assertThat(checking.select("[data-state=checking]")).isNotEmpty();
    assertThat(checking.select("meta[http-equiv=refresh]")).isNotEmpty();
    assertThat(checking.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    HttpResponse<String> answer = platform.send(HttpRequest.newBuilder(own));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");

    platform.moderated(States.of(new CommentId(id), "film").held(1));
    await().atMost(Platform.BOUND).until(() -> page(own).text().contains("moderator"));
    assertThat(page(own).select("form")).isEmpty();
    URI editing = URI.create(page(own).select("a:contains(Edit)").attr("abs:href"));
    assertThat(page(editing).select("textarea").val()).startsWith("text of");
    assertThat(page(editing).select("meta[http-equiv=refresh]")).isEmpty();

    platform.moderated(States.of(new CommentId(id), "film").approved(2));
    await().atMost(Platform.BOUND).until(() -> page(own).text().contains("published"));
    assertThat(page(own).select("meta[http-equiv=refresh]")).isEmpty();
    assertThat(page(own).select("a:contains(place)").attr("abs:href")).endsWith("/comments/" + id);

    assertThat(led(submit(page(own), "form:has([value=withdraw])")).getPath())
        .isEqualTo(own.getPath());
    assertThat(platform.events(Topics.COMMENTS_SUBMITTED))
        .anyMatch(it -> it instanceof Withdraw command && command.comment().value().equals(id));
    platform.moderated(States.of(new CommentId(id), "film").withdrawn(3));
    await().atMost(Platform.BOUND).until(() -> page(own).text().contains("withdrawn"));
    assertThat(page(own).select("form")).isEmpty();
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingIsLost() {
    Document form = page(platform.uri("/threads/film"));
    String text = "<b>\"quoted\"</b> & more".repeat(300);
    HttpResponse<String> sent = submit(form, "#form", "text", text, "name", " ", "email", "no");
    Document page = Jsoup.parse(sent.body());

    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(page.select("textarea").val()).isEqualTo(text);
    assertThat(page.select("#rj-text-error").text())
        .isEqualTo("At most 5,000 characters, please; it has 6,600.");
    assertThat(page.select("#rj-name-error").text()).isEqualTo("Please give a name.");
    assertThat(page.select("[name=email][aria-invalid=true]").val()).isEqualTo("no");
    assertThat(page.select("[role=alert]")).hasSize(1);
    assertThat(page.select("[name=key]").val()).isEqualTo(form.select("[name=key]").val());
  }

  @Test
  void aReplyNamesWhomItAnswersAndIsChecked() {
    platform.openThread("replied");
    platform.moderated(States.of(5200, "replied").approved(1));
    URI thread = platform.uri("/threads/replied");
    await().atMost(Platform.BOUND).until(() -> !page(thread).select("article").isEmpty());
    String href = page(thread).select("article a:contains(Reply)").attr("abs:href");
    assertThat(href).endsWith("?reply=" + States.id(5200).value() + "#form");
    Document form = page(URI.create(href.replace("#form", "")));
    assertThat(form.select("#form h2").text()).isEqualTo("Reply to Ada");
    URI own = led(submit(form, "#form", "text", "Yes.", "name", "Ben"));
    assertThat(own.getQuery()).contains("thread=replied&token=");

    HttpResponse<String> elsewhere =
        submit(
            page(platform.uri("/threads/film")), "#form", "text", "x", "name", "B", "parent", "x");
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(elsewhere.body()).contains("This response cannot be replied to.");
  }

  @Test
  void onlyOurOwnPagesMayPostAndAClosedThreadSaysSo() {
    Map<String, String> fields = Map.of("text", "Forged.", "name", "Eve");
    URI film = platform.uri("/threads/film");
    List<String[]> forged =
        List.of(
            new String[] {"Origin", "https://evil.example"},
            new String[] {"Origin", "null"},
            new String[] {"Referer", "https://evil.example/http://localhost:8081/"},
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Accept", "text/html"});
    for (String[] headers : forged) {
      assertThat(send(film, fields, headers).statusCode()).as(headers[1]).isEqualTo(403);
    }
    String[] ours = {"Referer", "https://localhost/comments/threads/film"};
    assertThat(send(film, fields, ours).statusCode()).isEqualTo(303);
    HttpResponse<String> closed = send(platform.uri("/threads/closed"), fields, ours);
    assertThat(closed.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(closed.body()).select("textarea").val()).isEqualTo("Forged.");
    assertThat(send(platform.uri("/threads/no"), fields, ours).statusCode()).isEqualTo(404);
    Map<String, String> large = Map.of("text", "x".repeat(200_000), "name", "Eve");
    assertThat(send(film, large, ours).statusCode()).isEqualTo(413);
  }
}
