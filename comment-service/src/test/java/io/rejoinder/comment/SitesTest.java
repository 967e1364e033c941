package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Event;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import io.rejoinder.events.thread.ThreadState;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages that are not reviews, and what the owners of their sites set. */
@ExtendWith(SharedPlatform.class)
class SitesTest {

  private static final String COMMENT = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}%s}";

  private final Platform platform;

  SitesTest(Platform platform) {
    this.platform = platform;
  }

  private static String on(String address) {
    return COMMENT.formatted(
        ",\"page\":{\"address\":\"%s\",\"title\":\"A\\u202e night\"}".formatted(address));
  }

  private List<ThreadState> states(String thread) {
    return platform.events(Topics.THREADS_OPENED).stream()
        .map(ThreadState.class::cast)
        .filter(state -> state.id().value().equals(thread))
        .toList();
  }

  @Test
  void aPageThatNobodyCommentedIsAnEmptyOpenThread() {
    JsonNode page = Platform.json(platform.get("/api/threads/strict--empty/comments"));

    assertThat(page.get("open").asBoolean()).isTrue();
    assertThat(page.get("count").asInt()).isZero();
    assertThat(page.get("settings").toString())
        .isEqualTo(
            "{\"depth\":2,\"editSeconds\":0,\"guests\":true,\"sort\":\"oldest\",\"longest\":10}");
    assertThat(states("strict--empty")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nowhere--page", "blog--", "--page", "reviews--film", "blog--No%2fSuch"})
  void aPageOfNoConfiguredSiteIsNoThread(String thread) {
    Problems.check(platform.get("/api/threads/" + thread + "/comments"), 404, "unknown-thread");
    Problems.check(platform.post(thread, on("https://blog.example/x")), 404, "unknown-thread");
  }

  @Test
  void theFirstCommentOpensTheThreadOfItsPage() {
    assertThat(platform.post("blog--first", on("https://blog.example/first?a=1#top")).statusCode())
        .isEqualTo(202);
    assertThat(platform.post("blog--first", COMMENT.formatted("")).statusCode())
        .as("the page is known by now")
        .isEqualTo(202);

    assertThat(states("blog--first"))
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.address()).isEqualTo("https://blog.example/first?a=1");
              assertThat(state.title()).isEqualTo("A night");
              assertThat(state.site()).isEqualTo("blog");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/page",
    "https://blog.example.evil.example/",
    "https://blog.example@evil.example/",
    "javascript:alert(1)//https://blog.example",
    "//blog.example/page",
    "''"
  })
  void aPageElsewhereOpensNothing(String address) {
    JsonNode problem =
        Problems.check(platform.post("blog--elsewhere", on(address)), 422, "invalid-comment");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("page.address");
    assertThat(states("blog--elsewhere")).isEmpty();
  }

  @Test
  void manyFirstCommentsOpenOneThread() {
    List<CompletableFuture<HttpResponse<String>>> posts =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> platform.post("blog--rush", on("https://blog.example/" + i))))
            .toList();

    assertThat(posts).allSatisfy(post -> assertThat(post.join().statusCode()).isEqualTo(202));
    assertThat(states("blog--rush")).hasSize(1);
  }

  @Test
  void ofTwoOpeningsTheFirstCountsAndIsTheLastInTheLog() {
    ThreadState first = state("blog--twice", "First");
    platform.write(platform.record(Topics.THREADS_OPENED, first));
    platform.write(platform.record(Topics.THREADS_OPENED, state("blog--twice", "Late")));

    await().atMost(Platform.BOUND).until(() -> states("blog--twice").size() == 3);
    assertThat(states("blog--twice").get(2).version()).isEqualTo(2);
    assertThat(states("blog--twice").get(2).says(first)).isTrue();
    await()
        .atMost(Platform.BOUND)
        .until(() -> Platform.json(owner("GET", "twice", "")).get("version").asInt() == 2);
    assertThat(Platform.json(owner("GET", "twice", "")).get("title").asString()).isEqualTo("First");
  }

  private static ThreadState state(String thread, String title) {
    Instant at = States.BEGIN;
    return new ThreadState(
        new ThreadId(thread), 1, "blog", "https://blog.example/twice", title, at, null, at);
  }

  private HttpResponse<String> owner(String method, String page, String body) {
    return owner("blog", SharedPlatform.BLOG_KEY, method, page, body);
  }

  private HttpResponse<String> owner(
      String site, String key, String method, String page, String body) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/sites/" + site + "/threads/" + page))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void theOwnerMovesClosesAndReopensAThread() {
    Problems.check(owner("GET", "owned", ""), 404, "unknown-thread");
    Problems.check(owner("PUT", "owned", "{}"), 422, "invalid-request");
    JsonNode opened =
        Platform.json(
            owner("PUT", "owned", "{\"address\":\"https://blog.example/a\",\"title\":\"Owned\"}"));
    assertThat(opened.get("version").asInt()).isEqualTo(1);
    String etag = etag("blog--owned");

    JsonNode closed =
        Platform.json(
            owner(
                "PUT",
                "owned",
                "{\"address\":\"https://blog.example/b\",\"settings\":{\"open\":false,\"depth\":7}}"));
    assertThat(closed.get("address").asString()).isEqualTo("https://blog.example/b");
    assertThat(closed.get("title").asString()).isEqualTo("Owned");
    assertThat(closed.get("open").asBoolean()).isFalse();
    Problems.check(platform.post("blog--owned", COMMENT.formatted("")), 409, "closed-thread");
    JsonNode page = Platform.json(platform.get("/api/threads/blog--owned/comments"));
    assertThat(page.get("open").asBoolean()).isFalse();
    assertThat(page.get("settings").get("depth").asInt()).isEqualTo(7);
    assertThat(etag("blog--owned")).isNotEqualTo(etag);

    assertThat(owner("PUT", "owned", "{}").statusCode()).isEqualTo(200);
    assertThat(platform.post("blog--owned", COMMENT.formatted("")).statusCode()).isEqualTo(202);
    assertThat(etag("blog--owned")).isEqualTo(etag);
  }

  private String etag(String thread) {
    return platform
        .get("/api/threads/" + thread + "/comments")
        .headers()
        .firstValue("ETag")
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"settings\":{\"depth\":9}}                       | settings.depth",
        "{\"settings\":{\"longest\":0}}                     | settings.longest",
        "{\"settings\":{\"longest\":5001}}                  | settings.longest",
        "{\"settings\":{\"sort\":\"sideways\"}}             | settings.sort",
        "{\"settings\":{\"editSeconds\":-1}}                | settings.editSeconds",
        "{\"settings\":{\"closeAfterDays\":3651}}           | settings.closeAfterDays",
        "{\"address\":\"https://evil.example/\"}            | address"
      })
  void whatAnOwnerCannotSetIsToldByFieldAndBound(String body, String field) {
    owner("PUT", "bounds", "{\"address\":\"https://blog.example/bounds\"}");
    JsonNode problem = Problems.check(owner("PUT", "bounds", body), 422, "invalid-request");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  @Test
  void aReviewsThreadHasSettingsOfItsOwnAndClosesByItsAge() {
    platform.openThread("aged");
    JsonNode set =
        Platform.json(
            owner(
                "reviews",
                SharedPlatform.REVIEWS_KEY,
                "PUT",
                "aged",
                "{\"settings\":{\"closeAfterDays\":3}}"));

    assertThat(set.get("address").asString()).isEqualTo("http://localhost:8080/reviews/aged");
    assertThat(set.get("closesAt").asString()).isEqualTo("2026-03-07T05:06:07.089Z");
    JsonNode page = Platform.json(platform.get("/api/threads/aged/comments"));
    assertThat(page.get("open").asBoolean()).isFalse();
    assertThat(page.get("settings").get("closesAt").asString()).startsWith("2026-03-07");
    Problems.check(platform.post("aged", COMMENT.formatted("")), 409, "closed-thread");
    Problems.check(
        owner("reviews", SharedPlatform.REVIEWS_KEY, "PUT", "aged", "{\"title\":\"Mine\"}"),
        422,
        "invalid-request");
    Problems.check(
        owner("reviews", SharedPlatform.REVIEWS_KEY, "PUT", "no-review", "{}"),
        404,
        "unknown-thread");
  }

  @Test
  void aReadOnlySiteTakesNothingAndOthersDo() {
    String thread = "quiet--page";
    JsonNode accepted = Platform.json(platform.post(thread, on("https://quiet.example/")));
    CommentId id = new CommentId(accepted.get("id").asString());
    platform.moderated(States.of(id, thread).approved(1));
    await()
        .atMost(Platform.BOUND)
        .until(
            () -> platform.get("/api/threads/" + thread + "/comments").body().contains(id.value()));

    platform.write(platform.record(Topics.SETTINGS, readOnly(1, List.of("quiet"))));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.post(thread, COMMENT.formatted("")).statusCode() == 409);
    Problems.check(platform.post(thread, COMMENT.formatted("")), 409, "closed-thread");
    JsonNode page = Platform.json(platform.get("/api/threads/" + thread + "/comments"));
    assertThat(page.get("open").asBoolean()).isFalse();
    String reader =
        Platform.json(sent("POST", "/api/readers", "", "x", "y")).get("token").asString();
    String like = "/api/comments/" + id + "/like";
    Problems.check(sent("PUT", like, "", "Rejoinder-Reader", reader), 409, "closed-thread");
    String reports = "/api/comments/" + id + "/reports";
    Problems.check(
        sent("POST", reports, "{\"reason\":\"spam\"}", "Rejoinder-Reader", reader),
        409,
        "closed-thread");
    String own = "/api/submissions/" + id;
    String token = "Bearer " + accepted.get("token").asString();
    Problems.check(
        sent("PUT", own, "{\"text\":\"Other.\",\"revision\":1}", "Authorization", token),
        403,
        "edit-closed");
    assertThat(sent("DELETE", own, "", "Authorization", token).statusCode())
        .as("taking back is possible")
        .isEqualTo(202);

    platform.write(platform.record(Topics.SETTINGS, readOnly(2, null)));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.post(thread, COMMENT.formatted("")).statusCode() == 202);
  }

  private static ScreeningSettings readOnly(int version, @Nullable List<String> sites) {
    return new ScreeningSettings(
        "reviews",
        version,
        new Targets(0.99, 0.01, 0.01),
        new Thresholds(0.5, 0.9, 0.9),
        new Holds(false, 0, null, null, null, sites),
        Lists.NONE,
        List.of(),
        null,
        By.SCREENING,
        "why",
        null,
        States.BEGIN);
  }

  private HttpResponse<String> sent(
      String method, String path, String body, String header, String value) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header(header, value));
  }

  @Test
  void whatASiteSetsIsEnforced() {
    Problems.check(platform.post("shut--page", COMMENT.formatted("")), 409, "closed-thread");
    Problems.check(
        platform.post("members--page", on("https://members.example/")), 403, "guests-refused");
    String tooLong = on("https://strict.example/").replace("Fine.", "Eleven long");
    JsonNode problem =
        Problems.check(platform.post("strict--page", tooLong), 422, "invalid-comment");
    assertThat(problem.get("errors").get(0).get("bound").asString()).startsWith("1..10 ");

    HttpResponse<String> kept = platform.post("strict--page", on("https://strict.example/"));
    assertThat(kept.statusCode()).isEqualTo(202);
    assertThat(submit(Platform.json(kept).get("id").asString()).circumstances())
        .satisfies(how -> assertThat(how).hasFieldOrPropertyWithValue("premoderated", true));
  }

  private Submit submit(String id) {
    return platform.events(Topics.COMMENTS_SUBMITTED).stream()
        .filter((Event event) -> event.key().equals(id))
        .map(Submit.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOrderThatTheSiteSetIsAskedForByItsName() {
    platform.post("strict--ordered", on("https://strict.example/o"));
    platform.moderated(
        States.of(7001, "strict--ordered").approved(1),
        States.of(7002, "strict--ordered").approved(1));
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                platform
                    .get("/api/threads/strict--ordered/comments")
                    .body()
                    .contains("\"count\":2"));
    assertThat(firstOf("strict--ordered", "site")).isEqualTo(States.id(7001).value());
    assertThat(firstOf("strict--ordered", "newest")).isEqualTo(States.id(7002).value());
  }

  private String firstOf(String thread, String sort) {
    return Platform.json(platform.get("/api/threads/" + thread + "/comments?sort=" + sort))
        .get("comments")
        .get(0)
        .get("id")
        .asString();
  }

  @Test
  void manyCountsComeInOneAnswer() {
    platform.openThread("counted");
    platform.moderated(
        States.of(7101, "counted").approved(1), States.of(7102, "counted").approved(1));
    String path = "/api/counts?thread=counted&thread=blog--none&thread=counted";
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                platform.get(path).body().equals("{\"counts\":{\"counted\":2,\"blog--none\":0}}"));
    HttpResponse<String> again =
        platform.send(
            HttpRequest.newBuilder(platform.uri(path))
                .header(
                    "If-None-Match", platform.get(path).headers().firstValue("ETag").orElse("")));
    assertThat(again.statusCode()).isEqualTo(304);

    platform.moderated(States.of(7101, "counted").removed(2));
    await().atMost(Platform.BOUND).until(() -> platform.get(path).body().contains("\"counted\":1"));
    Problems.check(platform.get("/api/counts"), 422, "invalid-request");
    Problems.check(platform.get("/api/counts?thread=NO"), 422, "invalid-request");
    String many = String.join("&", IntStream.range(0, 101).mapToObj(i -> "thread=t" + i).toList());
    Problems.check(platform.get("/api/counts?" + many), 422, "invalid-request");
  }
}
