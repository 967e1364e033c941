package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.comment.CommentId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a reader may post, and what is said of the rest. */
@ExtendWith(SharedPlatform.class)
class PostingTest {

  private static final String BODY = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}}";

  private final Platform platform;

  PostingTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void aRetriedPostIsTheSameCommentWithTheSameToken() {
    HttpResponse<String> one = platform.post("film", BODY, "Idempotency-Key", "same");
    HttpResponse<String> two = platform.post("film", BODY, "Idempotency-Key", "same");
    HttpResponse<String> other = platform.post("film", BODY);

    assertThat(one.statusCode()).isEqualTo(202);
    assertThat(two.body()).isEqualTo(one.body());
    assertThat(other.body()).isNotEqualTo(one.body());
  }

  static Stream<List<String>> invalid() {
    return Stream.of(
        List.of("{}", "text", "author.name"),
        List.of("{\"text\":\" \\u200b \",\"author\":{\"name\":\"Ada\"}}", "text"),
        List.of(body("x".repeat(5001), "Ada", ""), "text"),
        List.of(body("x", "y".repeat(81), ""), "author.name"),
        List.of(body("x", "A\\u0000da", ""), "author.name"),
        List.of(body("x", "Ada", "\"parent\":\"nonsense\""), "parent"),
        List.of("{\"text\":\"x\",\"author\":{\"name\":\"A\",\"email\":\"no\"}}", "author.email"),
        List.of(
            "{\"text\":\"x\",\"author\":{\"name\":\"A\",\"email\":\"%s@b\"}}"
                .formatted("a".repeat(260)),
            "author.email"));
  }

  private static String body(String text, String name, String more) {
    return "{\"text\":\"%s\",\"author\":{\"name\":\"%s\"}%s}"
        .formatted(text, name, more.isEmpty() ? "" : "," + more);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void whatBreaksABoundIsToldByFieldMeasureAndBound(List<String> given) {
    HttpResponse<String> response = platform.post("film", given.get(0));

    JsonNode problem = Problems.check(response, 422, "invalid-comment");
    assertThat(problem.get("errors").valueStream().map(it -> it.get("field").asString()).toList())
        .isEqualTo(given.subList(1, given.size()));
    assertThat(problem.get("errors").get(0).get("bound").asString()).isNotBlank();
  }

  @Test
  void fiveThousandCodePointsAreTakenWhateverTheirBytes() {
    assertThat(platform.post("film", body("😀".repeat(5000), "Ada", "")).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aKeyOutOfBoundsIsRefused() {
    Problems.check(
        platform.post("film", BODY, "Idempotency-Key", "x".repeat(201)), 422, "invalid-comment");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, 404, unknown-thread",
    "closed, 409, closed-thread",
    "No%2fSuch..Thing, 404, unknown-thread"
  })
  void aThreadThatTakesNoCommentsSaysWhy(String thread, int status, String type) {
    Problems.check(platform.post(thread, BODY), status, type);
  }

  @Test
  void aTextIsShownAsItWouldBePublished() {
    HttpResponse<String> shown = platform.send(preview("*Rain* ||and the lamp|| <b>x</b>"));

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(Platform.json(shown).get("html").asString())
        .isEqualTo(
            "<p><em>Rain</em> <span class=\"spoiler\">and the lamp</span> &lt;b&gt;x&lt;/b&gt;</p>");
    Problems.check(platform.send(preview(" ")), 422, "invalid-comment");
    Problems.check(platform.send(preview("x".repeat(5001))), 422, "invalid-comment");
  }

  private HttpRequest.Builder preview(String text) {
    return HttpRequest.newBuilder(platform.uri("/api/preview"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"));
  }

  @Test
  void bodiesAreBoundedAndMustBeJson() {
    Problems.check(
        platform.post("film", "{\"text\":\"" + "x".repeat(70_000) + "\"}"), 413, "too-large");
    Problems.check(platform.post("film", "{\"text\":"), 400, "unreadable-body");
    Problems.check(platform.post("film", ""), 400, "unreadable-body");
    Problems.check(platform.post("film", "[".repeat(30_000)), 400, "unreadable-body");
    HttpRequest.Builder form =
        HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("text=x"));
    Problems.check(platform.send(form), 415, "unsupported-media-type");
  }

  @Test
  void aBodyOfUnknownLengthIsBoundedToo() {
    byte[] chunk = "x".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    HttpRequest.Builder chunked =
        HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(chunk)));

    Problems.check(platform.send(chunked), 413, "too-large");
  }

  @Test
  void aReplyNeedsAParentOfItsThreadThatIsNotTooDeep() {
    for (int i = 0; i < 9; i++) {
      States states = States.of(500 + i, "film");
      platform.moderated((i == 0 ? states : states.replyTo(States.id(499 + i))).approved(1));
    }
    await()
        .atMost(Platform.BOUND)
        .until(
            () -> platform.get("/api/threads/film/comments?limit=200").body().contains(hex(508)));
    platform.openThread("elsewhere");

    assertThat(reply("film", States.id(507)).statusCode()).isEqualTo(202);
    JsonNode tooDeep = Problems.check(reply("film", States.id(508)), 422, "invalid-comment");
    assertThat(tooDeep.get("errors").get(0).get("value").asString()).isEqualTo("depth 9");
    Problems.check(reply("elsewhere", States.id(500)), 422, "invalid-comment");
    assertThat(reply("film", States.id(9999)).statusCode()).isEqualTo(202);
  }

  private HttpResponse<String> reply(String thread, CommentId parent) {
    return platform.post(thread, body("x", "Ada", "\"parent\":\"" + parent + "\""));
  }

  private static String hex(int number) {
    return States.id(number).value();
  }
}
