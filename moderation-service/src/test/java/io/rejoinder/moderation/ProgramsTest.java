package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.learning.Lesson;
import io.rejoinder.events.learning.TrainingExample;
import io.rejoinder.moderation.account.Scope;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.Program;
import io.rejoinder.moderation.testing.Service;
import io.rejoinder.moderation.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs do with tokens, and what they cannot. */
class ProgramsTest {

  private static final String TOKENS = "/api/tokens";

  /** Every kind of route, and the scopes that open it. */
  private static final Map<String, Set<Scope>> ROUTES =
      Map.ofEntries(
          Map.entry("GET /api/queue", Set.of(Scope.QUEUE_READ)),
          Map.entry("GET /api/authors", Set.of(Scope.QUEUE_READ)),
          Map.entry("GET /api/statistics", Set.of(Scope.STATISTICS_READ)),
          Map.entry("PUT /api/authors/reader/r1/standing", Set.of()),
          Map.entry(
              "POST /api/comments/" + "0".repeat(32) + "/decisions", Set.of(Scope.DECISIONS_WRITE)),
          Map.entry(
              "POST /api/comments/" + "0".repeat(32) + "/undo", Set.of(Scope.DECISIONS_WRITE)),
          Map.entry("GET /api/screening/settings", Set.of(Scope.SCREENING_READ)),
          Map.entry(
              "GET /api/screening/quality", Set.of(Scope.SCREENING_READ, Scope.STATISTICS_READ)),
          Map.entry("POST /api/screening/settings/versions", Set.of(Scope.SCREENING_WRITE)),
          Map.entry("DELETE /api/screening/trials/1", Set.of(Scope.SCREENING_WRITE)),
          Map.entry("GET /api/accounts", Set.of(Scope.ACCOUNTS_WRITE)),
          Map.entry("PUT /api/accounts/nobody", Set.of(Scope.ACCOUNTS_WRITE)),
          Map.entry("POST /api/session/password", Set.of()),
          Map.entry("GET /api/tokens", Set.of()),
          Map.entry("POST /api/tokens", Set.of()),
          Map.entry("DELETE /api/tokens/t-0", Set.of()),
          Map.entry("GET /api/nothing", Set.of()));

  private static final TestBroker BROKER = new TestBroker();
  private static final Service SERVICE = Service.start(BROKER, folder());
  private static final Console ADMIN =
      new Console(SERVICE.address()).signedIn("admin", SERVICE.adminPassword());

  private static Path folder() {
    try {
      return Files.createTempDirectory("moderation-programs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void end() {
    SERVICE.close();
    BROKER.close();
  }

  private static JsonNode made(String name, Scope... scopes) {
    List<String> names = Arrays.stream(scopes).map(Scope::wireName).toList();
    Console.Answer answer = ADMIN.post(TOKENS, Map.of("name", name, "scopes", names));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.body();
  }

  private static Program program(JsonNode made) {
    return new Program(SERVICE.address(), made.path("secret").asString());
  }

  @Test
  void scopeOpensWhatItNamesAndNothingElse() {
    for (Scope scope : Scope.values()) {
      Program program = program(made("of " + scope.name(), scope));
      ROUTES.forEach(
          (route, scopes) -> {
            String[] parts = route.split(" ", 2);
            String body = parts[0].equals("GET") ? null : "{}";
            Console.Answer answer = program.send(parts[0], parts[1], body);
            if (scopes.contains(scope)) {
              assertThat(answer.status()).as(scope + ": " + route).isNotIn(401, 403, 500);
            } else {
              assertThat(answer.problem()).as(scope + ": " + route).isEqualTo("not-allowed");
            }
          });
    }
  }

  @Test
  void secretIsToldOnceAndItsHashAloneIsKept() {
    JsonNode made = made("once", Scope.QUEUE_READ, Scope.AUDIT_READ);
    String secret = made.path("secret").asString();
    String id = made.path("token").path("id").asString();

    String listed = ADMIN.get(TOKENS).response().body();
    assertThat(listed).contains(id).doesNotContain(secret);
    assertThat(made.path("token").path("lastFour").asString())
        .isEqualTo(secret.substring(secret.length() - 4));
    assertThat(made.path("token").path("createdBy").path("name").asString()).isEqualTo("admin");
    assertThat(BROKER.committed(Topics.TOKENS))
        .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
        .anyMatch(state -> state.contains(id))
        .noneMatch(state -> state.contains(secret));
  }

  @Test
  void revokedTokenIsGoodForNothing() {
    JsonNode made = made("revoked", Scope.QUEUE_READ);
    Program program = program(made);
    String address = TOKENS + "/" + made.path("token").path("id").asString();
    assertThat(program.send("GET", "/api/queue", null).status()).isEqualTo(200);
    for (int i = 0; i < 2; i++) {
      Console.Answer answer = ADMIN.send("DELETE", address, null);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().path("revoked").asBoolean()).isTrue();
    }
    Console.Answer refused = program.send("GET", "/api/queue", null);
    assertThat(refused.problem()).isEqualTo("bearer-refused");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(refused.header("Set-Cookie")).isEmpty();
    // Also where anybody may ask.
    assertThat(program.send("GET", "/problems/not-found", null).status()).isEqualTo(401);
    assertThat(ADMIN.send("DELETE", TOKENS + "/t-0", null).status()).isEqualTo(404);
  }

  @Test
  void tokensAreAskedForWithinBounds() {
    Map<String, Object> good = Map.of("name", "good", "scopes", List.of("queue:read"));
    Map<String, Object> faults =
        Map.of(
            "name", "-",
            "scopes", List.of("everything"),
            "expires", "2020-01-01T00:00:00Z");
    faults.forEach(
        (field, value) -> {
          Map<String, Object> body = new HashMap<>(good);
          body.put(field, value);
          Console.Answer answer = ADMIN.post(TOKENS, body);
          assertThat(answer.problem()).isEqualTo("invalid-request");
          assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
        });
    assertThat(ADMIN.post(TOKENS, Map.of("name", "none", "scopes", List.of())).status())
        .isEqualTo(422);
  }

  @Test
  void decisionNamesTheToken() {
    CommentId id = new CommentId(UUID.randomUUID().toString().replace("-", ""));
    BROKER.send(
        Topics.COMMENTS_SUBMITTED,
        new Submit(
            id.value(),
            id,
            new ThreadId("heat"),
            null,
            new Author("Neil", null, null),
            "The bank robbery is the loudest scene of the decade.",
            Instant.now()));
    CommentState judged =
        await()
            .atMost(TestBroker.BOUND)
            .until(() -> BROKER.state(id), state -> state.isPresent())
            .orElseThrow();
    JsonNode made = made("robot", Scope.DECISIONS_WRITE);
    Map<String, Object> decision =
        Map.of(
            "command", "by-robot",
            "verdict", "reject",
            "reason", "spam",
            "revision", 1,
            "basedOn", judged.version());
    String body = EventCodec.json().writeValueAsString(decision);

    Console.Answer answer =
        program(made).send("POST", "/api/comments/" + id.value() + "/decisions", body);

    assertThat(answer.status()).isEqualTo(200);
    await()
        .atMost(TestBroker.BOUND)
        .untilAsserted(
            () ->
                assertThat(BROKER.state(id).orElseThrow().decisions())
                    .last()
                    .satisfies(
                        last -> {
                          assertThat(last.by().name()).isEqualTo("robot");
                          assertThat(last.by().account())
                              .isEqualTo(made.path("token").path("id").asString());
                        }));
  }

  @Test
  void siteAsksAsItWouldAskAkismet() {
    String other = made("another scope", Scope.QUEUE_READ).path("secret").asString();
    JsonNode made = made("blog", Scope.AKISMET);
    AkismetJourney site = new AkismetJourney(SERVICE.address(), made.path("secret").asString());
    site.keyIsFoundWhereverClientsSayIt(other);
    site.commentsAreJudged();
    site.whatIsMissingOrTooMuchIsSaid();
    site.tryingLeavesNoTrace();
    for (String topic : List.of(Topics.COMMENTS_SUBMITTED, Topics.COMMENTS_MODERATED)) {
      assertThat(BROKER.committed(topic))
          .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
          .noneMatch(record -> record.contains("mirror in the second act"));
    }
  }

  @Test
  void whatASiteSaysTeachesOnceAndKeepsNoText() {
    JsonNode made = made("teacher", Scope.AKISMET);
    new AkismetJourney(SERVICE.address(), made.path("secret").asString()).verdictsAreCorrected();
    List<TrainingExample> examples =
        await().atMost(TestBroker.BOUND).until(ProgramsTest::submitted, all -> all.size() >= 2);
    assertThat(examples).extracting(TrainingExample::decision).containsExactly(1, 2);
    assertThat(examples)
        .extracting(one -> one.lessons().stream().anyMatch(Lesson::positive))
        .containsExactly(true, false);
    for (String topic : List.of(Topics.TAUGHT, Topics.EXAMPLES)) {
      assertThat(BROKER.committed(topic))
          .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
          .noneMatch(record -> record.contains("raffle") || record.contains("192.0.2.7"));
    }
  }

  private static List<TrainingExample> submitted() {
    return BROKER.committed(Topics.EXAMPLES).stream()
        .map(record -> EventCodec.read(record.headers(), record.value()).orElseThrow())
        .map(TrainingExample.class::cast)
        .filter(one -> Boolean.TRUE.equals(one.submitted()))
        .toList();
  }

  /** What a browser sends of itself must not act in somebody's name, token or not. */
  @Test
  void requestWithASessionNeedsItsTokenThoughABearerIsThere() {
    Program program = program(made("with a cookie", Scope.SCREENING_WRITE));
    String path = "/api/screening/rules/check";
    String cookie =
        new Program(SERVICE.address(), "")
            .anonymously("GET", "/api/session")
            .header("Set-Cookie")
            .split(";", 2)[0];
    assertThat(cookie).startsWith("rejoinder_console=");
    assertThat(program.send("POST", path, "{}", "other=1").problem()).isNotEqualTo("token-refused");
    assertThat(program.send("POST", path, "{}", cookie).problem()).isEqualTo("token-refused");
  }
}
