package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all answers have in common. */
@ExtendWith(SharedPlatform.class)
class EdgeTest {

  private final Platform platform;

  EdgeTest(Platform platform) {
    this.platform = platform;
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
    Problems.check(from("https://evil.example", "GET"), 403, "origin-refused");
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

  @Test
  void aPageReachesTheThreadsOfItsOwnSiteAlone() {
    assertThat(read(SharedPlatform.BLOG, "/api/threads/blog--night/comments").statusCode())
        .isEqualTo(200);
    for (String path :
        List.of(
            "/api/threads/film/comments",
            "/api/threads/film/stream",
            "/api/threads/strict--night/comments",
            "/api/counts?thread=blog--night&thread=film",
            "/api/sites/blog/threads/night")) {
      Problems.check(read(SharedPlatform.BLOG, path), 403, "origin-refused");
    }
    Problems.check(
        read("http://localhost:8080", "/api/threads/blog%2D%2Dnight/comments"),
        403,
        "origin-refused");
    Problems.check(read("null", "/api/threads/film/comments"), 403, "origin-refused");
    assertThat(read("https://www.blog.example", "/api/counts?thread=blog--night").statusCode())
        .isEqualTo(200);
    assertThat(read("https://localhost", "/api/threads/film/comments").statusCode())
        .as("its own pages")
        .isEqualTo(200);
  }

  @Test
  void whatAnybodyMayLoadIsOpenAndARefusalCanBeRead() {
    for (String path : List.of("/embed.js", "/widget/rejoinder.js", "/problems/origin-refused")) {
      HttpResponse<String> file = read("https://evil.example", path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
    assertThat(platform.get("/embed.js").headers().firstValue("Cache-Control"))
        .contains("public, max-age=300");
    HttpResponse<String> refused = read("https://evil.example", "/api/threads/film/comments");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(refused.headers().allValues("Vary").toString()).contains("Origin");
    assertThat(refused.body()).doesNotContain("comments\":");
  }

  private HttpResponse<String> read(String origin, String path) {
    return platform.send(HttpRequest.newBuilder(platform.uri(path)).header("Origin", origin));
  }

  private HttpResponse<String> from(String origin, String method) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
            .header("Origin", origin)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void whatIsNotThereIsAProblemToo() {
    Problems.check(platform.get("/"), 404, "not-found");
    Problems.check(platform.get("/actuator/health"), 404, "not-found");
    Problems.check(platform.get("/widget/../comment-service.yml"), 404, "not-found");
    Problems.check(platform.get("/widget/%2e%2e/secret"), 404, "not-found");
    Problems.check(platform.get("/problems/none"), 404, "not-found");
    HttpResponse<String> patch =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/threads/film/comments"))
                .method("PATCH", HttpRequest.BodyPublishers.noBody()));
    Problems.check(patch, 405, "method-not-allowed");
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
}
