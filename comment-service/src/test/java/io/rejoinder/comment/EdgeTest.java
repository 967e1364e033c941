package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Withdraw;
import io.rejoinder.events.review.ReviewState;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The HTTP edge, as its clients meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest {

  private static final String BODY = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}}";

  private Platform platform;

  @BeforeAll
  void begin() {
    platform =
        Platform.start("rejoinder.comments.live.ring=8", "rejoinder.comments.live.viewers=3");
    platform.openThread("film");
    platform.publish(Platform.review("closed", false, ReviewState.Status.PUBLISHED));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/api/threads/closed/comments").statusCode() == 200);
  }

  @AfterAll
  void end() {
    platform.close();
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

    JsonNode problem = problem(response, 422, "invalid-comment");
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
    problem(
        platform.post("film", BODY, "Idempotency-Key", "x".repeat(201)), 422, "invalid-comment");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, 404, unknown-thread",
    "closed, 409, closed-thread",
    "No%2fSuch..Thing, 404, unknown-thread"
  })
  void aThreadThatTakesNoCommentsSaysWhy(String thread, int status, String type) {
    problem(platform.post(thread, BODY), status, type);
  }

  @Test
  void bodiesAreBoundedAndMustBeJson() {
    problem(platform.post("film", "{\"text\":\"" + "x".repeat(70_000) + "\"}"), 413, "too-large");
    problem(platform.post("film", "{\"text\":"), 400, "unreadable-body");
    problem(platform.post("film", ""), 400, "unreadable-body");
    problem(platform.post("film", "[".repeat(30_000)), 400, "unreadable-body");
    HttpRequest.Builder form =
        HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("text=x"));
    problem(platform.send(form), 415, "unsupported-media-type");
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

    problem(platform.send(chunked), 413, "too-large");
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
    JsonNode tooDeep = problem(reply("film", States.id(508)), 422, "invalid-comment");
    assertThat(tooDeep.get("errors").get(0).get("value").asString()).isEqualTo("depth 9");
    problem(reply("elsewhere", States.id(500)), 422, "invalid-comment");
    assertThat(reply("film", States.id(9999)).statusCode()).isEqualTo(202);
  }

  private HttpResponse<String> reply(String thread, CommentId parent) {
    return platform.post(thread, body("x", "Ada", "\"parent\":\"" + parent + "\""));
  }

  private static String hex(int number) {
    return States.id(number).value();
  }

  @Test
  void pagesAreTaggedAndNotSentTwice() {
    HttpResponse<String> first = platform.get("/api/threads/closed/comments");
    String etag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> second =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/threads/closed/comments"))
                .header("If-None-Match", etag));

    assertThat(Platform.json(first).get("open").asBoolean()).isFalse();
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sort=best", "limit=0", "limit=201", "limit=x", "after=nonsense"})
  void whatAPageCannotBeAskedForIsRefused(String query) {
    problem(platform.get("/api/threads/film/comments?" + query), 422, "invalid-request");
  }

  @Test
  void pagesFollowOneAnotherByTheirKeys() {
    platform.openThread("paged");
    for (int i = 0; i < 5; i++) {
      platform.moderated(States.of(700 + i, "paged").approved(1));
    }
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                Platform.json(platform.get("/api/threads/paged/comments")).get("count").asInt()
                    == 5);

    JsonNode first = Platform.json(platform.get("/api/threads/paged/comments?sort=newest&limit=2"));
    JsonNode second =
        Platform.json(
            platform.get(
                "/api/threads/paged/comments?sort=newest&limit=4&after="
                    + first.get("next").asString()));

    assertThat(first.get("comments").get(0).get("id").asString()).isEqualTo(hex(704));
    assertThat(second.get("comments").size()).isEqualTo(3);
    assertThat(second.get("comments").get(2).get("id").asString()).isEqualTo(hex(700));
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void aStreamResumesWhereThePageEndsAndSaysWhenItCannot() throws InterruptedException {
    platform.openThread("live");
    platform.moderated(States.of(800, "live").approved(1));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/api/threads/live/comments").body().contains(hex(800)));
    String cursor =
        Platform.json(platform.get("/api/threads/live/comments")).get("cursor").asString();
    platform.moderated(
        States.of(801, "live").approved(1),
        States.of(800, "live").approved(2, 2, "two"),
        States.of(801, "live").removed(2));

    try (EventStream resumed =
        platform.stream("/api/threads/live/stream?after=old", "Last-Event-ID", cursor)) {
      List<String> names =
          List.of(resumed.next().name(), resumed.next().name(), resumed.next().name());
      assertThat(names).containsExactlyInAnyOrder("published", "revised", "removed");
    }
    for (int i = 0; i < 20; i++) {
      platform.moderated(States.of(810 + i, "live").approved(1));
    }
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                Platform.json(platform.get("/api/threads/live/comments?limit=200"))
                        .get("count")
                        .asInt()
                    == 21);
    try (EventStream late = platform.stream("/api/threads/live/stream?after=" + cursor)) {
      assertThat(late.next().name()).isEqualTo("reset");
    }
    try (EventStream foreign = platform.stream("/api/threads/live/stream?after=AAAAAAAA-7")) {
      EventStream.Received reset = foreign.next();
      assertThat(reset.name()).isEqualTo("reset");
      assertThat(reset.id()).startsWith(cursor.substring(0, 8));
    }
  }

  @Test
  void viewersAreCapped() throws InterruptedException {
    assertThat(platform.stream("/api/threads/nowhere/stream").status()).isEqualTo(404);
    try (EventStream one = platform.stream("/api/threads/film/stream").awaitBegun();
        EventStream two = platform.stream("/api/threads/film/stream").awaitBegun();
        EventStream three = platform.stream("/api/threads/film/stream").awaitBegun()) {
      problem(platform.get("/api/threads/film/stream"), 503, "too-many-viewers");
      assertThat(List.of(one.status(), two.status(), three.status())).containsOnly(200);
    }
    await()
        .atMost(Platform.BOUND)
        .untilAsserted(
            () -> {
              platform.moderated(States.of(900, "film").approved(System.nanoTime()));
              try (EventStream again = platform.stream("/api/threads/film/stream")) {
                assertThat(again.status()).isEqualTo(200);
              }
            });
  }

  @Test
  void aSubmissionIsItsAuthorsAlone() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    String id = accepted.get("id").asString();
    String path = "/api/submissions/" + id;

    HttpResponse<String> without = platform.get(path);
    problem(without, 401, "token-required");
    assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    problem(asAuthor(path, "wrong"), 403, "token-refused");
    problem(asAuthor("/api/submissions/nonsense", "x"), 403, "token-refused");
    assertThat(asAuthor(path, accepted.get("token").asString()).body())
        .contains("\"state\":\"checking\"");
  }

  private HttpResponse<String> asAuthor(String path, String token) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri(path)).header("Authorization", "Bearer " + token));
  }

  @Test
  void heldAndRejectedAreToldWithTheReason() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();

    platform.moderated(States.of(id, "film").held(1));
    awaitState(id, token, "held");
    platform.moderated(States.of(id, "film").rejected(2));
    awaitState(id, token, "rejected");

    JsonNode rejected = Platform.json(asAuthor("/api/submissions/" + id, token));
    assertThat(rejected.get("reason").get("code").asString()).isEqualTo("spam");
    assertThat(rejected.get("reason").get("text").asString()).contains("advertising");
  }

  private void awaitState(CommentId id, String token, String state) {
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                Platform.json(asAuthor("/api/submissions/" + id, token))
                    .get("state")
                    .asString()
                    .equals(state));
  }

  @Test
  void anEditIsAnsweredWithItsOutcome() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();

    CompletableFuture<HttpResponse<String>> applied =
        CompletableFuture.supplyAsync(() -> edit(id, token, "Better.", 1));
    Revise revise = awaitCommand(Revise.class, id, "Better.");
    platform.moderated(
        States.of(id, "film")
            .after(new Outcome(revise.command(), null, 2))
            .approved(2, 2, "Better."));
    assertThat(applied).succeedsWithin(Platform.BOUND);
    assertThat(applied.join().statusCode()).isEqualTo(200);
    assertThat(Platform.json(applied.join()).get("revision").asInt()).isEqualTo(2);

    CompletableFuture<HttpResponse<String>> outdated =
        CompletableFuture.supplyAsync(() -> edit(id, token, "Other.", 1));
    Revise late = awaitCommand(Revise.class, id, "Other.");
    platform.moderated(
        States.of(id, "film")
            .after(new Outcome(late.command(), "outdated", 3))
            .approved(3, 2, "Better."));
    assertThat(outdated).succeedsWithin(Platform.BOUND);
    JsonNode problem = problem(outdated.join(), 409, "outdated");
    assertThat(problem.get("happened").get("refused").asString()).isEqualTo("outdated");
    assertThat(problem.get("happened").get("submission").get("revision").asInt()).isEqualTo(2);
  }

  @Test
  void anEditNobodyAnswersIsAcceptedAndARetryFindsTheOutcome() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();
    assertThat(edit(id, token, "Later.", 1).statusCode()).isEqualTo(202);
    problem(edit(id, token, " ", 0), 422, "invalid-comment");

    Revise revise = awaitCommand(Revise.class, id, "Later.");
    platform.moderated(
        States.of(id, "film")
            .after(new Outcome(revise.command(), null, 2))
            .approved(2, 2, "Later."));

    await().atMost(Platform.BOUND).until(() -> edit(id, token, "Later.", 1).statusCode() == 200);
  }

  @Test
  void aWithdrawalIsAnsweredWithItsOutcome() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();

    CompletableFuture<HttpResponse<String>> answered =
        CompletableFuture.supplyAsync(
            () ->
                platform.send(
                    HttpRequest.newBuilder(platform.uri("/api/submissions/" + id))
                        .header("Authorization", "Bearer " + token)
                        .DELETE()));
    Withdraw withdraw = awaitCommand(Withdraw.class, id, "");
    platform.moderated(
        States.of(id, "film").after(new Outcome(withdraw.command(), null, 2)).withdrawn(2));

    assertThat(answered).succeedsWithin(Platform.BOUND);
    assertThat(answered.join().statusCode()).isEqualTo(200);
    assertThat(Platform.json(answered.join()).get("state").asString()).isEqualTo("withdrawn");
  }

  private HttpResponse<String> edit(CommentId id, String token, String text, int revision) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/submissions/" + id))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"text\":\"%s\",\"revision\":%d}".formatted(text, revision))));
  }

  private <T> T awaitCommand(Class<T> type, CommentId id, String text) {
    return await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                platform.events(Topics.COMMENTS_SUBMITTED).stream()
                    .filter(type::isInstance)
                    .filter(event -> event.key().equals(id.value()))
                    .filter(event -> !(event instanceof Revise it) || it.text().equals(text))
                    .map(type::cast)
                    .toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    for (String path : List.of("/api/threads/film/comments", "/nothing", "/api/openapi.yaml")) {
      HttpResponse<String> response = platform.get(path);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'none'");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void onlyListedOriginsMayCall() {
    HttpResponse<String> own = from("http://localhost:8080", "GET");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://localhost:8080");
    problem(from("https://evil.example", "GET"), 403, "origin-refused");
    HttpResponse<String> preflight =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
                .header("Origin", "http://localhost:8080")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,idempotency-key")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
  }

  private HttpResponse<String> from(String origin, String method) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
            .header("Origin", origin)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void whatIsNotThereIsAProblemToo() {
    problem(platform.get("/"), 404, "not-found");
    problem(platform.get("/actuator/health"), 404, "not-found");
    problem(platform.get("/widget/../comment-service.yml"), 404, "not-found");
    problem(platform.get("/widget/%2e%2e/secret"), 404, "not-found");
    problem(platform.get("/problems/none"), 404, "not-found");
    HttpResponse<String> patch =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
                .method("PATCH", HttpRequest.BodyPublishers.noBody()));
    problem(patch, 405, "method-not-allowed");
    assertThat(patch.headers().firstValue("Allow")).contains("GET, POST");
  }

  @Test
  void everyProblemTypeIsExplained() {
    for (var type : io.rejoinder.comment.edge.ProblemType.values()) {
      HttpResponse<String> page = platform.get("/problems/" + type.slug());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("(" + type.status().value() + ")");
    }
  }

  @Test
  void theActuatorTellsHealthAndMetricsAndNothingElse() {
    await()
        .atMost(Platform.BOUND)
        .untilAsserted(
            () ->
                assertThat(actuator("/actuator/health/readiness").body())
                    .contains("\"status\":\"UP\"", "threads", "live", "refill", "broker"));
    assertThat(actuator("/actuator/prometheus").body())
        .contains("rejoinder_submissions_accepted", "rejoinder_projection_remaining");
    assertThat(actuator("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(actuator("/actuator/heapdump").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> actuator(String path) {
    return platform.send(HttpRequest.newBuilder(platform.actuator(path)));
  }

  private static JsonNode problem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Platform.json(response);
    assertThat(problem.get("type").asString()).isEqualTo("/problems/" + type);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).startsWith("/");
    return problem;
  }
}
