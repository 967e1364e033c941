package io.rejoinder.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a start of the service finds, keeps and does not do twice. */
@Tag("patient")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {

  private Platform platform;

  @BeforeAll
  void begin() {
    platform = Platform.start();
    platform.openThread("film");
  }

  @AfterAll
  void end() {
    platform.close();
  }

  @Test
  void aRebuildReadsTheSameAndAnnouncesNothingAndPoisonHoldsNothingUp() {
    platform.moderated(States.of(2, "film").replyTo(States.id(1)).approved(1));
    poison();
    platform.moderated(
        States.of(1, "film").approved(1),
        States.of(3, "film").approved(1),
        States.of(3, "film").removed(2),
        States.of(4, "film").held(1));
    awaitCount(2);
    like(States.id(1));
    like(States.id(1));
    JsonNode before =
        await()
            .atMost(Platform.BOUND)
            .until(() -> awaitCount(2), page -> page.at("/comments/0/likes").asInt() == 2);
    awaitSettled();
    await().atMost(Platform.BOUND).until(this::bothLikesAreAnnounced);
    int announced = platform.records(Topics.COMMENTS_PUBLISHED).size();

    platform.stopService();
    platform.startService("rejoinder.rebuild=true");

    await()
        .atMost(Platform.BOUND)
        .untilAsserted(
            () ->
                assertThat(awaitCount(2).get("comments"))
                    .as("likes included")
                    .isEqualTo(before.get("comments")));
    assertThat(platform.records(Topics.COMMENTS_PUBLISHED)).hasSize(announced);
    assertThat(platform.records(Topics.deadLettersOf(Topics.COMMENTS_MODERATED))).hasSize(1);
  }

  private boolean bothLikesAreAnnounced() {
    return platform.records(Topics.COMMENTS_PUBLISHED).stream()
        .anyMatch(record -> new String(record.value(), UTF_8).contains("\"likes\":2"));
  }

  private void like(CommentId id) {
    HttpRequest.Builder minting =
        HttpRequest.newBuilder(platform.uri("/api/readers"))
            .POST(HttpRequest.BodyPublishers.noBody());
    HttpRequest.Builder liking =
        HttpRequest.newBuilder(platform.uri("/api/comments/" + id + "/like"))
            .header(
                "Rejoinder-Reader", Platform.json(platform.send(minting)).get("token").asString())
            .PUT(HttpRequest.BodyPublishers.noBody());
    assertThat(platform.send(liking).statusCode()).isEqualTo(202);
  }

  private void poison() {
    platform.write(
        new ProducerRecord<>(
            Topics.COMMENTS_MODERATED,
            null,
            States.id(9).value().getBytes(UTF_8),
            "{\"id\":".getBytes(UTF_8),
            List.of(
                new RecordHeader(
                    EventCodec.TYPE_HEADER, "rejoinder.comment.state.v1".getBytes(UTF_8)))));
  }

  private JsonNode awaitCount(int count) {
    return await()
        .atMost(Platform.BOUND)
        .until(
            () -> Platform.json(platform.get("/api/threads/film/comments")),
            page -> page.get("count").asInt() == count && page.get("comments").size() == 1);
  }

  /** Until the removal of the third comment was announced. */
  private void awaitSettled() {
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                platform.events(Topics.COMMENTS_PUBLISHED).stream()
                    .anyMatch(event -> event.eventId().equals(States.id(3) + "/2")));
  }

  @Test
  void anAddressMayWriteOnlySoOftenWhereRatesAreOn() {
    platform.stopService();
    platform.startService(
        "rejoinder.comments.rate.enabled=true",
        "rejoinder.comments.rate.burst=2",
        "rejoinder.comments.rate.per-minute=1",
        "rejoinder.comments.rate.proxies=127.0.0.0/8");
    try {
      assertThat(post("203.0.113.1").statusCode()).isEqualTo(202);
      assertThat(post("203.0.113.1").statusCode()).isEqualTo(202);

      HttpResponse<String> refused = post("203.0.113.1");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("/problems/too-many-requests");
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
          .isBetween(1, 60);
      assertThat(post("203.0.113.2").statusCode()).isEqualTo(202);
      assertThat(post("2001:db8::1").statusCode()).isEqualTo(202);
      assertThat(post("2001:db8::2").statusCode()).isEqualTo(202);
      assertThat(post("2001:db8::3").statusCode()).isEqualTo(429);
    } finally {
      platform.stopService();
      platform.startService();
    }
  }

  private HttpResponse<String> post(String address) {
    return platform.post(
        "film", "{\"text\":\"x\",\"author\":{\"name\":\"A\"}}", "X-Forwarded-For", address);
  }

  @Test
  void whatWasWrittenWhileTheServiceWasDownIsThereAfterwards() {
    CommentState state = States.of(50, "film").approved(1);
    platform.stopService();
    platform.moderated(state);

    platform.startService();

    await()
        .atMost(Platform.BOUND)
        .until(
            () -> platform.get("/api/threads/film/comments").body().contains(state.id().value()));
    platform.moderated(States.of(50, "film").withdrawn(2));
    await()
        .atMost(Platform.BOUND)
        .until(
            () -> !platform.get("/api/threads/film/comments").body().contains(state.id().value()));
  }
}
