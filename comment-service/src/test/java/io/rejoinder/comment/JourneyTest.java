package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.Submit;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A comment's way through the service, from the post to another reader's screen. */
class JourneyTest {

  @Test
  void aPostedCommentIsKeptStoredAnnouncedAndReadByEverybody() throws InterruptedException {
    try (Platform platform = Platform.start()) {
      platform.openThread("film");
      HttpResponse<String> first = platform.get("/api/threads/film/comments");
      JsonNode empty = Platform.json(first);
      String form = first.headers().firstValue("Form-Token").orElseThrow();
      assertThat(empty.get("count").asInt()).isZero();

      HttpResponse<String> accepted =
          platform.post(
              "film",
              "{\"text\":\" Fine *film*. \",\"author\":{\"name\":\"Ada\",\"email\":\"ada@example.org\"},"
                  + "\"form\":{\"token\":\"%s\",\"website\":\"x\"}}".formatted(form),
              "Idempotency-Key",
              "k1");
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
      String id = Platform.json(accepted).get("id").asString();
      String token = Platform.json(accepted).get("token").asString();
      assertThat(accepted.headers().firstValue("Location")).contains("/api/submissions/" + id);
      assertThat(platform.events(Topics.COMMENTS_SUBMITTED))
          .singleElement()
          .isInstanceOfSatisfying(
              Submit.class,
              submit -> {
                assertThat(submit.text()).isEqualTo("Fine *film*.");
                assertThat(submit.author().email()).isNotNull();
                assertThat(submit.author().address()).isNotNull();
                assertThat(submit.circumstances())
                    .satisfies(
                        known -> {
                          assertThat(known.formSeconds()).isBetween(0, 60);
                          assertThat(known.honeypotFilled()).isTrue();
                          assertThat(known.disposableEmail()).isFalse();
                        });
              });
      assertThat(state(platform, id, token)).isEqualTo("checking");

      try (EventStream reader =
              platform.stream("/api/threads/film/stream?after=" + empty.get("cursor").asString());
          EventStream author =
              platform.stream(
                  "/api/submissions/" + id + "/stream", "Authorization", "Bearer " + token)) {
        assertThat(author.next().data().get("state").asString()).isEqualTo("checking");
        platform.moderated(States.of(new CommentId(id), "film").approved(1, 1, "Fine *film*."));

        EventStream.Received live = reader.next();
        assertThat(live.name()).isEqualTo("published");
        assertThat(live.data().get("html").asString()).isEqualTo("<p>Fine <em>film</em>.</p>");
        assertThat(live.data().get("thread").asString()).isEqualTo("film");
        assertThat(author.next().data().get("state").asString()).isEqualTo("published");
      }

      JsonNode page = Platform.json(platform.get("/api/threads/film/comments"));
      assertThat(page.get("count").asInt()).isEqualTo(1);
      assertThat(page.get("comments").get(0).get("id").asString()).isEqualTo(id);
      assertThat(page.get("comments").get(0).get("author").get("name").asString()).isEqualTo("Ada");
      assertThat(platform.events(Topics.COMMENTS_PUBLISHED))
          .singleElement()
          .isInstanceOf(CommentPublished.class);
      await().until(() -> platform.get("/api/threads/film/comments").statusCode() == 200);
    }
  }

  private static String state(Platform platform, String id, String token) {
    HttpResponse<String> response =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/submissions/" + id))
                .header("Authorization", "Bearer " + token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Platform.json(response).get("state").asString();
  }
}
