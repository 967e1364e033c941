package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Many comments are decided at once, and that is taken back. */
final class BulkJourney {

  /** How many it leaves behind. */
  static final int COMMENTS = 12;

  private static final String SEARCH = "author:waingro";

  /** Nothing alike: many alike would be a campaign, which is rejected without anyone. */
  private static final List<String> TEXTS =
      List.of(
          "The lamp, the letter and the sea",
          "Harbour lights were dim that winter",
          "My uncle rowed there once",
          "Colour was never so cold",
          "Nobody forgives the second act",
          "Trumpets again, and why not",
          "A ferry leaves at four",
          "What a quiet monster",
          "Her coat says everything",
          "Too many doors, I think",
          "Bread, salt and a telegram",
          "I slept through the ending");

  private BulkJourney() {}

  static void run(Console senior, Console moderator, TestBroker broker) {
    for (int i = 0; i < COMMENTS; i++) {
      CommentId id = new CommentId(UUID.randomUUID().toString().replace("-", ""));
      String text =
          TEXTS.get(i)
              + ": https://a%d.example https://b%d.example https://c%d.example".formatted(i, i, i);
      broker.send(
          Topics.COMMENTS_SUBMITTED,
          new Submit(
              id.value(),
              id,
              new ThreadId("heat"),
              null,
              new Author("Waingro", null, null),
              text,
              Instant.now()));
    }
    awaitFound(senior, "held", COMMENTS);

    Map<String, Object> wish =
        Map.of("state", "held", "q", SEARCH, "verdict", "reject", "reason", "spam");
    assertThat(moderator.post("/api/batches", wish).problem()).isEqualTo("not-allowed");
    Console.Answer begun = senior.post("/api/batches", wish);
    assertThat(begun.status()).isEqualTo(202);
    JsonNode done = awaitDone(senior, begun);
    assertThat(done.path("total").asInt()).isEqualTo(COMMENTS);
    assertThat(done.path("applied").asInt()).isEqualTo(COMMENTS);
    awaitFound(senior, "rejected", COMMENTS);
    JsonNode one = found(senior, "rejected").path("items").path(0);
    JsonNode why = senior.get("/api/comments/" + one.path("id").asString() + "/statement").body();
    assertThat(why.path("facts").path("decidedBy").asString("")).isEqualTo("moderator");
    assertThat(why.path("restriction").path("visibility").asString("")).isEqualTo("not-shown");
    assertThat(one.path("decision").path("batch")).isEqualTo(done.path("id"));
    Map<String, Object> others =
        Map.of(
            "command", UUID.randomUUID().toString(),
            "decision", one.path("decision").path("number").asInt(),
            "basedOn", one.path("version").asLong());
    String id = one.path("id").asString("");
    assertThat(moderator.post("/api/comments/" + id + "/undo", others).problem())
        .isEqualTo("not-allowed");

    String batch = "/api/batches/" + done.path("id").asString("");
    JsonNode undone = awaitDone(senior, senior.post(batch + "/undo", Map.of()));
    assertThat(undone.path("applied").asInt()).isEqualTo(COMMENTS);
    awaitFound(senior, "held", COMMENTS);
    assertThat(senior.send("DELETE", batch, null).body().path("state").asString(""))
        .isEqualTo("done");
    refused(senior);
  }

  private static void refused(Console senior) {
    assertThat(senior.post("/api/batches", Map.of("state", "held", "verdict", "reject")).problem())
        .as("everything that there is")
        .isEqualTo("invalid-request");
    assertThat(senior.post("/api/batches", Map.of("q", "x", "verdict", "escalate")).problem())
        .isEqualTo("invalid-request");
    assertThat(senior.post("/api/batches", Map.of("ids", List.of(), "verdict", "approve")).status())
        .isEqualTo(422);
    assertThat(senior.get("/api/batches/unknown").status()).isEqualTo(404);
  }

  private static JsonNode found(Console console, String state) {
    return console.get("/api/queue?state=" + state + "&q=" + SEARCH).body();
  }

  private static void awaitFound(Console console, String state, int count) {
    await()
        .atMost(TestBroker.BOUND)
        .until(() -> found(console, state).path("count").asInt() == count);
  }

  private static JsonNode awaitDone(Console console, Console.Answer begun) {
    String location = "/api/batches/" + begun.body().path("id").asString("");
    return await()
        .atMost(TestBroker.BOUND)
        .until(
            () -> console.get(location).body(),
            progress -> progress.path("state").asString("").equals("done"));
  }
}
