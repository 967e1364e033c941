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
