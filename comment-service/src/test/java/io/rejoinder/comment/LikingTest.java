package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.Submit;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Likes, from the request to the count on every page. */
@ExtendWith(SharedPlatform.class)
class LikingTest {

  private final Platform platform;

  LikingTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void likesAreCountedOnceForEachReaderAndSeenLiveByAll() throws InterruptedException {
    platform.openThread("liked");
    platform.moderated(States.of(950, "liked").approved(1), States.of(951, "liked").approved(1));
    String id = States.id(950).value();
    await().atMost(Platform.BOUND).until(() -> page("oldest").get("count").asInt() == 2);
    String ada = reader();
    String eve = reader();
    String cursor = page("oldest").get("cursor").asString();

    assertThat(like("PUT", id, ada).statusCode()).isEqualTo(202);
    assertThat(like("PUT", id, ada).statusCode()).isEqualTo(202);
    assertThat(like("PUT", id, eve).statusCode()).isEqualTo(202);

    try (EventStream third = platform.stream("/api/threads/liked/stream?after=" + cursor)) {
      EventStream.Received live = third.next();
      while (live.data().get("likes").asInt() < 2) {
        live = third.next();
      }
      assertThat(live.name()).isEqualTo("published");
      assertThat(live.data().get("version").asLong()).isEqualTo(1);
      assertThat(live.data().get("tally").asLong()).isPositive();
      JsonNode best = page("best").get("comments");
      assertThat(best.get(0).get("id").asString()).isEqualTo(id);
      assertThat(best.get(0).get("likes").asInt()).isEqualTo(2);
      assertThat(best.get(1).get("likes").asInt()).isZero();
      assertThat(liked(ada)).containsExactly(id);

      assertThat(like("DELETE", id, ada).statusCode()).isEqualTo(202);
      assertThat(third.next().data().get("likes").asInt()).isEqualTo(1);
    }
    assertThat(page("oldest").get("comments").get(0).get("likes").asInt()).isEqualTo(1);
    assertThat(liked(ada)).isEmpty();
    assertThat(platform.events(Topics.COMMENTS_PUBLISHED))
        .filteredOn(it -> it.key().equals(id))
        .last()
        .isInstanceOfSatisfying(CommentPublished.class, it -> assertThat(it.likes()).isEqualTo(1));
  }

  @Test
  void nobodyLikesTheirOwnCommentOrOneThatCannotBeRead() {
    platform.openThread("mine");
    String reader = reader();
    HttpResponse<String> posted =
        platform.post(
            "mine",
            "{\"text\":\"Mine.\",\"author\":{\"name\":\"Ada\"}}",
            "Rejoinder-Reader",
            reader);
    assertThat(posted.statusCode()).isEqualTo(202);
    String id = Platform.json(posted).get("id").asString();
    String readerId = reader.substring(0, reader.indexOf('.'));
    assertThat(platform.events(Topics.COMMENTS_SUBMITTED))
        .filteredOn(it -> it.key().equals(id))
        .singleElement()
        .isInstanceOfSatisfying(
            Submit.class, it -> assertThat(it.author().reader()).isEqualTo(readerId));
    Problems.check(like("PUT", id, reader), 404, "unknown-comment");
    Problems.check(like("PUT", "nonsense", reader), 404, "unknown-comment");

    platform.moderated(States.of(new CommentId(id), "mine").by(readerId).approved(1));

    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/api/threads/mine/comments").body().contains(id));
    Problems.check(like("PUT", id, reader), 409, "own-comment");
    assertThat(like("PUT", id, reader()).statusCode()).isEqualTo(202);
  }

  @Test
  void aPostWithAnIdentityThatIsNotOursIsRefused() {
    Problems.check(
        platform.post(
            "film", "{\"text\":\"x\",\"author\":{\"name\":\"A\"}}", "Rejoinder-Reader", "x.y"),
        403,
        "reader-refused");
  }

  private String reader() {
    HttpResponse<String> minted =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/readers"))
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(minted.statusCode()).isEqualTo(201);
    assertThat(minted.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(minted.headers().firstValue("Set-Cookie")).isEmpty();
    return Platform.json(minted).get("token").asString();
  }

  private HttpResponse<String> like(String method, String id, String reader) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/comments/" + id + "/like"))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Rejoinder-Reader", reader));
  }

  private List<String> liked(String reader) {
    JsonNode answer =
        Platform.json(
            platform.send(
                HttpRequest.newBuilder(platform.uri("/api/threads/liked/likes"))
                    .header("Rejoinder-Reader", reader)));
    return answer.get("liked").valueStream().map(JsonNode::asString).toList();
  }

  private JsonNode page(String sort) {
    return Platform.json(platform.get("/api/threads/liked/comments?sort=" + sort));
  }
}
