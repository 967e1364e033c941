package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.model.TestModels;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an administrator does with a model of their own, as steps of the journey. */
final class ModelJourney {

  private static final String VERSIONS = "/api/screening/settings/versions";

  private ModelJourney() {}

  /** A folder with one model. */
  static Path folder(Path data) {
    try {
      Path folder = Files.createDirectories(data.resolve("own-models"));
      Files.write(folder.resolve("ours.model"), TestModels.written());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String own(Console admin) {
    JsonNode models = admin.get("/api/screening/models").body().path("models");
    assertThat(models.valueStream().map(model -> model.path("kind").asString()))
        .containsExactly("shipped", "own");
    assertThat(models.get(0).path("inForce").asBoolean()).isTrue();
    assertThat(models.get(0).path("spam").path("auc").asDouble()).isBetween(0.8, 1.0);
    return models.get(1).path("version").asString();
  }

  private static Map<String, Object> draft(Console admin, String model) {
    JsonNode settings = admin.get("/api/screening/settings").body();
    return ScreeningJourney.draft(settings, "model", model);
  }

  /** Tries the model on what was judged so far: it takes talk of films for spam. */
  static void trial(Console admin, CommentId honest) {
    String own = own(admin);
    Map<String, Object> wish = Map.of("settings", draft(admin, own), "all", true);
    Console.Answer begun = admin.post("/api/screening/trials", wish);
    assertThat(begun.status()).as(begun.response().body()).isEqualTo(201);
    String trial = begun.header("Location");
    JsonNode done =
        await()
            .atMost(TestBroker.BOUND)
            .until(
                () -> admin.get(trial).body(),
                body -> !body.path("state").asString().equals("running"));
    assertThat(done.path("model").asString()).isEqualTo(own);
    assertThat(admin.get(trial + "/changes").body().path("changes").valueStream())
        .filteredOn(change -> change.path("comment").asString().equals(honest.value()))
        .singleElement()
        .satisfies(change -> assertThat(change.path("from").asString()).isEqualTo("approved"));
  }

  /** Screens by it, and by the shipped one again. */
  static void inForce(Console admin, TestBroker broker) {
    String own = own(admin);
    Console.Answer refused = save(admin, 2, "0badc0de");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.response().body()).contains("0badc0de").contains(own);

    Console.Answer saved = save(admin, 2, own);
    assertThat(saved.status()).as(saved.response().body()).isEqualTo(201);
    CommentState suspected = posted(broker, "5".repeat(32));
    assertThat(suspected.status()).isNotEqualTo(Status.APPROVED);
    assertThat(versionOf(suspected)).startsWith(own + "/");
    JsonNode changes = admin.get("/api/screening/settings/diff?from=2&to=3").body().path("changes");
    assertThat(changes.valueStream().map(change -> change.path("field").asString()))
        .contains("model");

    Map<String, Object> back = Map.of("basedOn", 3, "why", "not ours after all");
    assertThat(admin.post(VERSIONS + "/2/restore", back).status()).isEqualTo(201);
    assertThat(versionOf(posted(broker, "6".repeat(32)))).isNotEmpty().doesNotStartWith(own);
  }

  private static Console.Answer save(Console admin, int basedOn, String model) {
    return admin.post(
        VERSIONS,
        Map.of("basedOn", basedOn, "why", "a model of ours", "settings", draft(admin, model)));
  }

  private static CommentState posted(TestBroker broker, String id) {
    CommentId comment = new CommentId(id);
    Author author = new Author("Neil", null, null);
    broker.send(
        Topics.COMMENTS_SUBMITTED,
        new Submit(
            id,
            comment,
            new ThreadId("heat"),
            null,
            author,
            "The ending of the film is superb",
            Instant.now()));
    return await()
        .atMost(TestBroker.BOUND)
        .until(() -> broker.state(comment), Optional::isPresent)
        .orElseThrow();
  }

  private static String versionOf(CommentState state) {
    return state.decisions().get(0).versions().getOrDefault("model", "");
  }
}
