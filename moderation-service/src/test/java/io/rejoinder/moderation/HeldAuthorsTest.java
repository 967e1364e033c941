package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.author.AuthorKeys;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.Service;
import io.rejoinder.moderation.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What moderators hold of authors, and what becomes of what those write. */
class HeldAuthorsTest {

  private static final TestBroker BROKER = new TestBroker();
  private static final Path DATA = folder();
  private static final Service SERVICE =
      Service.start(BROKER, DATA, "--rejoinder.erasure.within=7s");
  private static final Console ADMIN =
      new Console(SERVICE.address()).signedIn("admin", SERVICE.adminPassword());

  private static Path folder() {
    try {
      return Files.createTempDirectory("moderation-authors");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void end() {
    SERVICE.close();
    BROKER.close();
  }

  private static CommentState written(Author author, String text) {
    CommentId id = new CommentId(UUID.randomUUID().toString().replace("-", ""));
    BROKER.send(
        Topics.COMMENTS_SUBMITTED,
        new Submit(id.value(), id, new ThreadId("heat"), null, author, text, Instant.now()));
    return await()
        .atMost(TestBroker.BOUND)
        .until(() -> BROKER.state(id), state -> state.isPresent())
        .orElseThrow();
  }

  private static Author reader(String id) {
    return new Author("Neil", null, null, id);
  }

  private static Console.Answer stand(
      String key, String standing, long basedOn, @Nullable Instant until) {
    Map<String, Object> body = new HashMap<>();
    body.put("standing", standing);
    body.put("reason", "Posts the same everywhere.");
    body.put("basedOn", basedOn);
    if (until != null) {
      body.put("until", until);
    }
    return put("/api/authors/" + key + "/standing", body);
  }

  private static Console.Answer put(String path, Map<String, Object> body) {
    return ADMIN.send("PUT", path, EventCodec.json().writeValueAsString(body));
  }

  @Test
  void bannedAuthorIsRejectedUntilThatIsTakenBack() {
    String key = AuthorKeys.READER + "banned";
    assertThat(written(reader("banned"), "The harbour in the first scene.").status())
        .isEqualTo(Status.APPROVED);
    JsonNode banned = stand(key, "banned", 0, null).body();
    assertThat(banned.path("standing").asString()).isEqualTo("banned");
    assertThat(banned.path("by").asString()).isEqualTo("admin");

    CommentState rejected = written(reader("banned"), "The window in the second scene.");
    assertThat(rejected.status()).isEqualTo(Status.REJECTED);
    assertThat(rejected.decisions().get(0).reason()).isEqualTo("author");
    assertThat(rejected.decisions().get(0).why()).isEqualTo("Rejected: its author is banned");
    assertThat(rejected.decisions().get(0).versions()).containsEntry("standing", "1");
    assertThat(written(reader("another"), "The garden in the third scene.").status())
        .isEqualTo(Status.APPROVED);

    Console.Answer late = stand(key, "ordinary", 0, null);
    assertThat(late.problem()).isEqualTo("author-outdated");
    assertThat(late.body().path("author").path("version").asInt()).isEqualTo(1);
    assertThat(stand(key, "ordinary", 1, null).status()).isEqualTo(200);
    assertThat(written(reader("banned"), "The mirror in the fourth scene.").status())
        .isEqualTo(Status.APPROVED);
    await().atMost(TestBroker.BOUND).until(() -> audited(key), found -> found.size() == 2);
    assertThat(audited(key))
        .extracting(entry -> entry.codes().get("standing"))
        .containsExactly("banned", "ordinary");
    assertThat(audited(key)).noneMatch(entry -> entry.toString().contains("everywhere"));
  }

  private static List<AuditEntry> audited(String key) {
    return BROKER.committed(Topics.AUDITED).stream()
        .map(record -> EventCodec.read(record.headers(), record.value()).orElseThrow())
        .map(AuditEntry.class::cast)
        .filter(entry -> key.equals(entry.subject()))
        .toList();
  }

  @Test
  void suspensionEndsByItself() {
    String key = AuthorKeys.READER + "suspended";
    Instant end = Instant.now().plus(Duration.ofSeconds(4));
    assertThat(stand(key, "suspended", 0, null).problem()).isEqualTo("invalid-request");
    assertThat(stand(key, "suspended", 0, end).status()).isEqualTo(200);
    assertThat(written(reader("suspended"), "A train crosses the bridge.").status())
        .isEqualTo(Status.REJECTED);
    await().until(() -> Instant.now().isAfter(end));
    assertThat(written(reader("suspended"), "A boat crosses the river.").status())
        .isEqualTo(Status.APPROVED);
    JsonNode shown = ADMIN.get("/api/authors/" + key).body();
    assertThat(shown.path("standing").asString()).isEqualTo("ordinary");
  }

  @Test
  void watchedAuthorWaitsAndTheCardSaysSo() {
    String key = AuthorKeys.READER + "watched";
    written(reader("watched"), "The door at the end of the corridor.");
    stand(key, "watched", 0, null);
    assertThat(
            put(
                    "/api/authors/" + key + "/labels",
                    Map.of("labels", List.of("regular"), "basedOn", 1))
                .status())
        .isEqualTo(200);
    Console.Answer noted =
        ADMIN.post(
            "/api/authors/" + key + "/notes", Map.of("text", "Was kind once.", "basedOn", 2));
    assertThat(noted.body().path("notes").get(0).path("by").asString()).isEqualTo("admin");
    CommentState held = written(reader("watched"), "The lamp in the corner, for a whole minute.");
    assertThat(held.status()).isEqualTo(Status.HELD);
    JsonNode author =
        await()
            .atMost(TestBroker.BOUND)
            .until(
                () -> ADMIN.get("/api/comments/" + held.id().value()),
                answer -> answer.status() == 200)
            .body()
            .path("author");
    assertThat(author.path("standing").asString()).isEqualTo("watched");
    assertThat(author.path("labels").get(0).asString()).isEqualTo("regular");
    assertThat(author.path("notes").asInt()).isEqualTo(1);
    assertThat(author.path("keys").get(0).asString()).isEqualTo(key);
    assertThat(ADMIN.get("/api/authors?limit=1").body().path("authors")).hasSize(1);
  }

  @Test
  void rangeIsNamedByACommentAndHoldsForItsNeighbours() {
    Sealer sealer = new Sealer(SERVICE.context().getBean(Secret.class));
    Author one = new Author("Ann", null, sealer.seal("198.51.100.7"), "r-ann");
    Author neighbour = new Author("Ben", null, sealer.seal("198.51.100.99"), "r-ben");
    Author far = new Author("Cem", null, sealer.seal("203.0.113.9"), "r-cem");
    CommentState first = written(one, "The piano is never tuned in this film.");
    await()
        .atMost(TestBroker.BOUND)
        .until(() -> ADMIN.get("/api/comments/" + first.id().value()).status() == 200);
    String path = "/api/comments/" + first.id().value() + "/range";
    Map<String, Object> ban =
        Map.of("prefix", 24, "standing", "banned", "reason", "A farm.", "basedOn", 0);
    Map<String, Object> odd = new HashMap<>(ban);
    odd.put("prefix", 48);
    assertThat(put(path, odd).problem()).isEqualTo("invalid-request");
    JsonNode range = put(path, ban).body();
    assertThat(range.path("author").asString()).startsWith("range/");
    assertThat(range.toString()).doesNotContain("198.51");

    assertThat(written(neighbour, "The kitchen scene is a whole novel.").status())
        .isEqualTo(Status.REJECTED);
    assertThat(written(far, "The stairs are filmed from below.").status())
        .isEqualTo(Status.APPROVED);
    assertThat(stand(range.path("author").asString(), "ordinary", 1, null).status()).isEqualTo(200);
    assertThat(written(neighbour, "The kitchen scene again, and better.").status())
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void wordsAboutSomebodyOfWhomNothingIsLeftFadeAndABanStays() {
    String key = AuthorKeys.READER + "gone";
    stand(key, "banned", 0, null);
    ADMIN.post("/api/authors/" + key + "/notes", Map.of("text", "Came back twice.", "basedOn", 1));
    JsonNode faded =
        await()
            .atMost(TestBroker.BOUND)
            .until(
                () -> ADMIN.get("/api/authors/" + key).body(),
                author -> author.path("notes").isEmpty() && author.path("reason").isNull());
    assertThat(faded.path("standing").asString()).isEqualTo("banned");
  }

  @Test
  void boundsAreSaid() {
    Map<Map<String, Object>, String> faults =
        Map.of(
            Map.of("standing", "banned", "basedOn", 0), "reason",
            Map.of("reason", "so", "basedOn", 0), "standing",
            Map.of("standing", "watched", "reason", "so"), "basedOn",
            Map.of(
                    "standing",
                    "watched",
                    "reason",
                    "so",
                    "basedOn",
                    0,
                    "until",
                    "2020-01-01T00:00:00Z"),
                "until");
    faults.forEach(
        (body, field) -> {
          Console.Answer answer = put("/api/authors/reader/bounds/standing", body);
          assertThat(answer.problem()).as(field).isEqualTo("invalid-request");
          assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
        });
    assertThat(stand("email/0123", "trusted", 0, null).problem()).isEqualTo("invalid-request");
    assertThat(stand("name/neil", "banned", 0, null).status()).isEqualTo(404);
    assertThat(
            ADMIN
                .post(
                    "/api/authors/reader/bounds/notes",
                    Map.of("text", "x".repeat(1_001), "basedOn", 0))
                .problem())
        .isEqualTo("invalid-request");
  }
}
