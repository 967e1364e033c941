package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An outage is a delay, not damage. */
@Tag("patient")
class OutageTest {

  private static final String BODY = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}}";

  @Test
  void withoutTheStorePostingGoesOnAndReadingSaysSo() {
    try (Platform platform = Platform.start()) {
      platform.openThread("film");
      platform.openThread("other");
      JsonNode accepted = Platform.json(platform.post("film", BODY));
      HttpResponse<String> kept = platform.get("/api/threads/film/comments");

      platform.endStore();

      assertThat(platform.post("film", BODY).statusCode()).isEqualTo(202);
      String reply =
          "{\"text\":\"x\",\"author\":{\"name\":\"A\"},\"parent\":\"%s\"}".formatted(States.id(1));
      assertThat(platform.post("film", reply).statusCode()).isEqualTo(202);
      assertThat(platform.get("/api/threads/film/comments").body()).isEqualTo(kept.body());
      HttpResponse<String> uncached = platform.get("/api/threads/other/comments?limit=7");
      assertThat(uncached.statusCode()).isEqualTo(503);
      assertThat(uncached.body()).contains("/problems/store-unavailable");
      assertThat(uncached.headers().firstValue("Retry-After")).isPresent();
      HttpResponse<String> feed = platform.get("/threads/other/feed");
      assertThat(feed.statusCode()).isEqualTo(503);
      assertThat(feed.headers().firstValue("Retry-After")).isPresent();
      HttpResponse<String> submission =
          platform.send(
              HttpRequest.newBuilder(
                      platform.uri("/api/submissions/" + accepted.get("id").asString()))
                  .header("Authorization", "Bearer " + accepted.get("token").asString()));
      assertThat(submission.statusCode()).isEqualTo(503);
      for (String path :
          java.util.List.of(
              "/threads/other?limit=9",
              "/submissions/%s?token=%s"
                  .formatted(accepted.get("id").asString(), accepted.get("token").asString()))) {
        HttpResponse<String> page = platform.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<h1>This cannot be read at the moment.");
      }
      assertThat(
              platform.send(HttpRequest.newBuilder(platform.actuator("/actuator/health"))).body())
          .contains("the store does not answer");
    }
  }

  @Test
  void withoutTheBrokerAPostIsNotConfirmedSoonAndReadingGoesOn() {
    try (Platform platform = Platform.start()) {
      platform.openThread("film");

      platform.endBroker();

      Instant begin = Instant.now();
      HttpResponse<String> refused = platform.post("film", BODY, "Idempotency-Key", "k");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("/problems/not-confirmed");
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
      assertThat(platform.get("/api/threads/film/comments").statusCode()).isEqualTo(200);
      await()
          .atMost(Platform.BOUND)
          .until(
              () ->
                  platform
                      .send(HttpRequest.newBuilder(platform.actuator("/actuator/health/readiness")))
                      .body()
                      .contains("the broker does not answer"));
    }
  }
}
