package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Listing;
import io.rejoinder.moderation.index.Order;
import io.rejoinder.moderation.index.Search;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.Service;
import io.rejoinder.moderation.testing.TestBroker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One comment's way through the whole service, as a list of steps. */
class JourneyTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private static CommentId id() {
    return new CommentId(UUID.randomUUID().toString().replace("-", ""));
  }

  private static Submit submit(CommentId id, String text) {
    Author author = new Author("Neil", null, null);
    // Of now: what is older than four weeks is not measured any more.
    return new Submit(id.value(), id, new ThreadId("heat"), null, author, text, Instant.now());
  }

  private static final ReviewState REVIEW =
      new ReviewState(
          new ThreadId("heat"),
          1,
          ReviewState.Status.PUBLISHED,
          "heat-1995",
          "Heat",
          null,
          "Ann",
          "<p>x</p>",
          null,
          true,
          null,
          AT,
          AT);

  private static Map<String, Object> decision(JsonNode item, String verdict) {
    return Map.of(
        "command", UUID.randomUUID().toString(),
        "verdict", verdict,
        "revision", item.path("revision").asInt(),
        "basedOn", item.path("version").asLong());
  }

  private static JsonNode awaitQueued(Console console, CommentId id) {
    return await()
        .atMost(TestBroker.BOUND)
        .until(
            () -> find(console.get("/api/queue?state=held").body(), id), found -> !found.isEmpty())
        .get(0);
  }

  private static JsonNode evidence(JsonNode item, String screen) {
    return item.path("evidence")
        .valueStream()
        .filter(one -> one.path("screen").asString("").equals(screen))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> find(JsonNode page, CommentId id) {
    return page.path("items")
        .valueStream()
        .filter(item -> item.path("id").asString("").equals(id.value()))
        .toList();
  }

  @Test
  void aCommentIsHeldDecidedUndoneAndTheIndexComesOutTheSameWhenItIsFilledAgain(
      @TempDir Path data) {
    try (TestBroker broker = new TestBroker()) {
      CommentId honest = id();
      CommentId doubtful = id();
      List<Item> before;
      try (Service service =
          Service.start(
              broker,
              data,
              "--rejoinder.screening.models=" + ModelJourney.folder(data),
              "--rejoinder.quality.sample=1",
              "--rejoinder.quality.measure-every=200ms")) {
        String password = service.adminPassword();
        Console console = new Console(service.address()).signedIn("admin", password);
        List<String> live = console.listen("/api/queue/stream");
        broker.send(Topics.REVIEWS_PUBLISHED, REVIEW);
        broker.send(
            Topics.COMMENTS_SUBMITTED,
            submit(honest, "A fine film, and a finer review."),
            submit(
                doubtful,
                "It is still shown in three places, see http://a.com and http://b.net and http://c.org!"));

        JsonNode item = awaitQueued(console, doubtful);
        assertThat(item.path("why").asString("")).startsWith("Held: 3 links");
        assertThat(evidence(item, "links").path("spans").size()).isEqualTo(3);
        assertThat(broker.state(doubtful).orElseThrow().decisions().get(0).versions())
            .containsKeys("policy", "settings", "words", "model", "toxicity");
        assertThat(item.path("threadAddress").asString(""))
            .isEqualTo("http://localhost:8080/reviews/heat-1995");
        assertThat(find(console.get("/api/queue").body(), honest)).isEmpty();
        await()
            .atMost(TestBroker.BOUND)
            .until(() -> live.stream().anyMatch(line -> line.contains(doubtful.value())));
        assertThat(broker.state(honest).orElseThrow().status()).isEqualTo(Status.APPROVED);

        Console colleague = colleague(service, console);
        claim(console, colleague, doubtful, live);
        decideTwice(console, colleague, doubtful, item);
        ScreeningJourney.trial(console, honest, doubtful);
        undo(console, doubtful);
        ScreeningJourney.outlook(console);
        ScreeningJourney.settings(console);
        ModelJourney.trial(console, honest);
        judgeBlind(console, honest);
        AuditJourney.exported(console, doubtful, data);
        ModelJourney.inForce(console, broker);
        BulkJourney.run(console, colleague, broker);
        await()
            .atMost(TestBroker.BOUND)
            .untilAsserted(() -> assertThat(items(service)).hasSize(4 + BulkJourney.COMMENTS));
        metricsAndHealth(service);
        before = items(service);
      }
      try (Service service = Service.start(broker, data, "--rejoinder.rebuild=true")) {
        await()
            .atMost(TestBroker.BOUND)
            .untilAsserted(
                () -> assertThat(items(service)).containsExactlyInAnyOrderElementsOf(before));
      }
    }
  }

  /** Somebody with an account of their own. */
  private static Console colleague(Service service, Console administrator) {
    String given =
        administrator
            .post("/api/accounts", Map.of("name", "Colleague"))
            .body()
            .path("password")
            .asString();
    Console colleague = new Console(service.address()).signedIn("Colleague", given);
    Map<String, String> wish = Map.of("current", given, "new", "a password of one's own");
    assertThat(colleague.post("/api/session/password", wish).status()).isEqualTo(204);
    return colleague;
  }

  private static void claim(Console console, Console colleague, CommentId id, List<String> live) {
    String path = "/api/comments/" + id + "/claim";
    JsonNode first = colleague.post(path, Map.of()).body();
    assertThat(first.path("mine").asBoolean()).isTrue();
    JsonNode second = console.post(path, Map.of()).body();
    assertThat(second.path("mine").asBoolean()).isFalse();
    assertThat(second.path("name").asString("")).isEqualTo("Colleague");
    JsonNode item = console.get("/api/comments/" + id).body();
    assertThat(item.path("claim").path("name").asString("")).isEqualTo("Colleague");
    await()
        .atMost(TestBroker.BOUND)
        .until(() -> live.stream().anyMatch(line -> line.contains("\"name\":\"Colleague\"")));
    assertThat(colleague.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(console.get("/api/comments/" + id).body().path("claim").isNull()).isTrue();
    JsonNode sizes = console.get("/api/queue/sizes").body();
    assertThat(sizes.path("held").path("count").asInt()).isEqualTo(1);
    assertThat(sizes.path("held").path("oldest").asString("")).isNotEmpty();
    assertThat(console.get("/api/queue?state=all&q=places").body().path("count").asInt())
        .isEqualTo(1);
    assertThat(console.get("/api/queue?q=colour:red").problem()).isEqualTo("invalid-request");
  }

  private static void decideTwice(Console console, Console colleague, CommentId id, JsonNode item) {
    String path = "/api/comments/" + id + "/decisions";
    Map<String, Object> first = decision(item, "approve");
    Console.Answer approved = console.post(path, first);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.body().path("status").asString("")).isEqualTo("approved");
    assertThat(approved.body().path("decision").path("by").path("name").asString(""))
        .isEqualTo("admin");

    Console.Answer again = console.post(path, first);
    assertThat(again.status()).as("the answer to the same command, sent again").isEqualTo(200);
    assertThat(again.body().path("decision").path("number"))
        .isEqualTo(approved.body().path("decision").path("number"));

    Console.Answer late = colleague.post(path, decision(item, "reject"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("already-decided");
    assertThat(late.body().path("happened").path("by").path("name").asString(""))
        .isEqualTo("admin");
    assertThat(late.body().path("item").path("status").asString("")).isEqualTo("approved");

    assertThat(console.post(path, Map.of("verdict", "approve")).status()).isEqualTo(422);
    assertThat(console.send("POST", path, "{nonsense").problem()).isEqualTo("bad-request");
    assertThat(console.send("POST", path, "{\"x\":\"" + "y".repeat(40_000) + "\"}").problem())
        .isEqualTo("too-large");
  }

  private static void undo(Console console, CommentId id) {
    JsonNode approved =
        await()
            .atMost(TestBroker.BOUND)
            .until(
                () -> find(console.get("/api/queue?state=approved").body(), id),
                found -> !found.isEmpty())
            .get(0);
    Console.Answer undone =
        console.post(
            "/api/comments/" + id + "/undo",
            Map.of(
                "command", UUID.randomUUID().toString(),
                "decision", approved.path("decision").path("number").asInt(),
                "basedOn", approved.path("version").asLong()));
    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.body().path("status").asString("")).isEqualTo("held");
    assertThat(awaitQueued(console, id).path("why").asString("")).startsWith("Held: 3 links");
  }

  private static void judgeBlind(Console console, CommentId id) {
    JsonNode item =
        await()
            .atMost(TestBroker.BOUND)
            .until(
                () -> find(console.get("/api/queue?state=sampled").body(), id),
                found -> !found.isEmpty())
            .get(0);
    assertThat(item.path("status").asString("")).isEqualTo("sampled");
    assertThat(item.path("decision").isNull()).isTrue();
    assertThat(item.path("why").isNull()).isTrue();
    Console.Answer judged =
        console.post("/api/comments/" + id + "/decisions", decision(item, "approve"));
    assertThat(judged.status()).isEqualTo(200);
    assertThat(judged.body().path("status").asString("")).isEqualTo("approved");
    await()
        .atMost(TestBroker.BOUND)
        .untilAsserted(
            () -> {
              assertThat(find(console.get("/api/queue?state=sampled").body(), id)).isEmpty();
              JsonNode quality = console.get("/api/screening/quality").body();
              assertThat(quality.path("decisions").path("held").asInt()).isEqualTo(1);
              assertThat(quality.path("recall").path("n").asInt()).isEqualTo(1);
              assertThat(quality.path("recall").path("value").isNull()).isTrue();
            });
  }

  private static void metricsAndHealth(Service service) {
    Console actuator = new Console(service.management());
    assertThat(actuator.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(actuator.get("/actuator/prometheus").response().body())
        .contains("rejoinder_intake_folded_total")
        .contains("rejoinder_intake_states")
        .contains("rejoinder_quality_rejection_paused");
    assertThat(new Console(service.address()).get("/actuator/health").status()).isEqualTo(401);
  }

  /** All there is: what somebody who has judged nothing finds, and what they are to judge. */
  private static List<Item> items(Service service) {
    Catalogue catalogue = service.context().getBean(Catalogue.class);
    return Stream.of(new View(null, "nobody", Search.ALL), View.of(Listing.SAMPLED, "nobody"))
        .flatMap(view -> catalogue.page(view, Order.OLDEST, null, 100).stream())
        .toList();
  }
}
