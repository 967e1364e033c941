package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages and streams, as readers get them. */
@ExtendWith(SharedPlatform.class)
class ReadingTest {

  private final Platform platform;

  ReadingTest(Platform platform) {
    this.platform = platform;
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
  @CsvSource({"sort=worst", "limit=0", "limit=201", "limit=x", "after=nonsense"})
  void whatAPageCannotBeAskedForIsRefused(String query) {
    Problems.check(platform.get("/api/threads/film/comments?" + query), 422, "invalid-request");
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
      Problems.check(platform.get("/api/threads/film/stream"), 503, "too-many-viewers");
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
}
