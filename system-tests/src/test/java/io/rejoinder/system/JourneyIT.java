package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import io.rejoinder.system.client.Comments.Draft;
import io.rejoinder.system.client.Console;
import io.rejoinder.system.client.EventStream;
import io.rejoinder.system.client.EventStream.Live;
import io.rejoinder.system.client.Servers;
import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One installation from its first start: each step goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern THREAD =
      Pattern.compile("<rejoinder-thread[^>]* thread=\"([^\"]+)\"");
  private static final String LINKS =
      "Where to see it: https://one.example/a https://two.example/b https://three.example/c"
          + " https://four.example/d";

  private static Platform platform;
  private static Servers site;
  private static Comments comments;
  private static Console moderator;
  private static EventStream reader;
  private static String thread;
  private static Posted fine = Posted.NONE;
  private static Posted doubtful = Posted.NONE;

  /** A comment of ours. */
  private record Posted(Draft draft, String id, String token) {
    static final Posted NONE = new Posted(JourneyIT.draft("", ""), "", "");
  }

  @BeforeAll
  static void startWithAnExport() throws IOException {
    platform = Platform.allInOne(TestSetup.of("journey"));
    platform.start("--import", TestSetup.export().toString());
    site = new Servers(platform.addresses().sites());
    comments = new Comments(platform.addresses().apis());
    moderator =
        new Console(
            platform.addresses().console(),
            Platform.ADMINISTRATOR,
            platform.administratorsPassword());
    await().atMost(SOON).until(() -> site.get("/", Map.of()).text().contains("The Salt Road"));
    thread = threadOf("the-salt-road");
    await().atMost(SOON).until(() -> page(thread).path("count").asInt() == 12);
    reader = EventStream.open(stream(page(thread).path("cursor").asString()), Map.of());
  }

  @AfterAll
  static void stop() {
    reader.close();
    platform.close();
  }

  @Test
  @Order(1)
  void theExportsReviewsAndCommentsAreThere() throws IOException {
    assertThat(site.get("/", Map.of()).text())
        .contains("The Salt Road", "Harbour Lights in Winter", "A Map of Small Rooms");
    JsonNode first = page(thread).path("comments").path(0);
    assertThat(first.path("author").path("name").asString()).isEqualTo("Ines");
    assertThat(first.path("replies").path(0).path("replies").path(0).path("html").asString())
        .contains("I only noticed the second time");
  }

  @Test
  @Order(2)
  void aPostedCommentAppearsOnAnotherReadersStream() throws IOException {
    fine = post("Seen twice. The radio is *the* scene, and the last line is a gift.");
    Live live = awaitLive("published", fine.id());
    assertThat(live.data().path("html").asString()).contains("<em>the</em>");
    assertThat(page(thread).toString()).contains(fine.id());
    assertThat(state(fine)).isEqualTo("published");
  }

  @Test
  @Order(3)
  void theSamePostAgainIsTheSameComment() throws IOException {
    Answer again = comments.post(fine.draft());
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.string("id")).isEqualTo(fine.id());
    assertThat(page(thread).path("count").asInt()).isEqualTo(13);
  }

  @Test
  @Order(4)
  void aDoubtfulOneWaitsForAModerator() throws IOException {
    doubtful = post(LINKS);
    await().atMost(SOON).until(() -> state(doubtful).equals("held"));
    assertThat(page(thread).toString()).doesNotContain(doubtful.id());
    assertThat(held(doubtful).path("why").asString()).contains("4 links");
  }

  @Test
  @Order(5)
  void approvedInTheConsoleItAppearsAndASecondDecisionIsToldOfTheFirst() throws IOException {
    JsonNode item = held(doubtful);
    assertThat(moderator.decide(command(), item, null).status()).isEqualTo(200);
    awaitLive("published", doubtful.id());
    Answer second = moderator.decide(command(), item, "spam");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("already-decided");
    assertThat(second.body().path("happened").path("outcome").asString()).isEqualTo("approved");
  }

  @Test
  @Order(6)
  void undoTakesItFromEveryReaderAndBackIntoTheQueue() throws IOException {
    JsonNode approved = item("approved", doubtful);
    assertThat(moderator.undo(command(), approved).status()).isEqualTo(200);
    awaitLive("removed", doubtful.id());
    await().atMost(SOON).until(() -> state(doubtful).equals("held"));
    assertThat(held(doubtful).path("status").asString()).isEqualTo("held");
  }

  @Test
  @Order(7)
  void anEditReachesReadersAndAnOutdatedOneDoesNot() throws IOException {
    Answer edited = comments.revise(fine.id(), fine.token(), "Seen three times now.", 1);
    assertThat(edited.status()).isEqualTo(200);
    assertThat(awaitLive("revised", fine.id()).data().path("html").asString())
        .contains("Seen three times now.");
    Answer outdated = comments.revise(fine.id(), fine.token(), "Seen four times.", 1);
    assertThat(outdated.status()).isEqualTo(409);
    assertThat(outdated.problem()).isEqualTo("outdated");
  }

  @Test
  @Order(8)
  void aWithdrawnOneIsGone() throws IOException {
    assertThat(comments.withdraw(fine.id(), fine.token()).status()).isEqualTo(200);
    awaitLive("removed", fine.id());
    await().atMost(SOON).until(() -> state(fine).equals("withdrawn"));
    assertThat(page(thread).path("count").asInt()).isEqualTo(12);
    assertThat(page(thread).toString()).doesNotContain("Seen three times now.");
  }

  @Test
  @Order(9)
  void whatCannotBeTakenIsRefusedWithAProblem() throws IOException {
    assertThat(refusal(draft("no-such-thread", "Hello"))).isEqualTo("404 unknown-thread");
    assertThat(refusal(draft(threadOf("a-map-of-small-rooms"), "Hello")))
        .isEqualTo("409 closed-thread");
    Answer empty = comments.post(draft(thread, " "));
    assertThat(empty.brief()).isEqualTo("422 invalid-comment");
    assertThat(empty.body().path("errors").path(0).path("field").asString()).isEqualTo("text");
    assertThat(comments.submission(doubtful.id(), "forged").brief()).isEqualTo("403 token-refused");
  }

  @Test
  @Order(10)
  void whoPostsTooFastIsToldWhenToComeBack() throws IOException {
    Answer answer = comments.post(draft(thread, "Number 0 of many."));
    for (int i = 1; i < 30 && answer.status() == 202; i++) {
      answer = comments.post(draft(thread, "Number %d of many.".formatted(i)));
    }
    assertThat(answer.brief()).isEqualTo("429 too-many-requests");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  @Order(11)
  void likesOfTwoReadersAreCountedInFrontOfAThirdAndCanBeTakenBack() throws IOException {
    String liked = page(thread).path("comments").path(0).path("id").asString();
    String ada = String.valueOf(comments.becomeReader().string("token"));
    String eve = String.valueOf(comments.becomeReader().string("token"));
    for (String one : List.of(ada, eve, eve)) {
      assertThat(comments.like(liked, one, true).brief()).isEqualTo("202");
    }
    await().atMost(SOON).until(() -> liveLikes(liked) == 2);

    assertThat(comments.like(liked, ada, false).brief()).isEqualTo("202");
    await().atMost(SOON).until(() -> liveLikes(liked) == 1);
    assertThat(page(thread).path("comments").path(0).path("likes").asInt()).isEqualTo(1);
    assertThat(comments.like(liked, "forged", true).brief()).isEqualTo("403 reader-refused");
    assertThat(comments.like("0".repeat(32), eve, true).brief()).isEqualTo("404 unknown-comment");
  }

  private static int liveLikes(String id) {
    return newest("published", id).data().path("likes").asInt();
  }

  @Test
  @Order(12)
  void afterARestartAndTheSameImportAgainEverythingIsAsItWas() throws IOException {
    await().atMost(SOON).until(JourneyIT::quiet);
    JsonNode before = page(thread).path("comments");
    List<String> queue = queue();
    platform.stop();
    platform.start("--import", TestSetup.export().toString());
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(page(thread).path("comments")).isEqualTo(before));
    assertThat(queue()).isEqualTo(queue);
    assertThat(state(doubtful)).isEqualTo("held");
    assertThat(site.get("/", Map.of()).text()).containsOnlyOnce(">The Salt Road<");
  }

  private static Posted post(String text) throws IOException {
    Draft draft = draft(thread, text);
    Answer answer = comments.post(draft);
    assertThat(answer.brief()).isEqualTo("202");
    String id = answer.string("id");
    String token = answer.string("token");
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/submissions/" + id);
    return new Posted(draft, String.valueOf(id), String.valueOf(token));
  }

  private static Draft draft(String to, String text) {
    return new Draft(to, UUID.randomUUID().toString(), "Ada", text, null);
  }

  private static String refusal(Draft draft) throws IOException {
    return comments.post(draft).brief();
  }

  private static String threadOf(String slug) throws IOException {
    Matcher found = THREAD.matcher(site.get("/reviews/" + slug, Map.of()).text());
    assertThat(found.find()).as("a thread on the page of " + slug).isTrue();
    return found.group(1);
  }

  private static JsonNode page(String of) throws IOException {
    Answer answer = comments.page(of, 200, null);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static URI stream(String cursor) {
    return platform
        .addresses()
        .api()
        .resolve("/api/threads/%s/stream?after=%s".formatted(thread, cursor));
  }

  /** The newest event of this name about a comment. */
  private static Live awaitLive(String name, String id) {
    return await().atMost(SOON).until(() -> newest(name, id), live -> !live.data().isMissingNode());
  }

  private static Live newest(String name, String id) {
    Live found = new Live("", "", MissingNode.getInstance());
    for (Live live : reader.events()) {
      if (live.name().equals(name) && live.data().path("id").asString().equals(id)) {
        found = live;
      }
    }
    return found;
  }

  private static String state(Posted posted) throws IOException {
    Answer answer = comments.submission(posted.id(), posted.token());
    return String.valueOf(answer.string("state"));
  }

  private static JsonNode held(Posted posted) {
    return item("held", posted);
  }

  private static JsonNode item(String state, Posted posted) {
    return await().atMost(SOON).until(() -> found(state, posted), item -> !item.isMissingNode());
  }

  private static JsonNode found(String state, Posted posted) throws IOException {
    for (JsonNode item : moderator.queue(state, 100, null).body().path("items")) {
      if (item.path("id").asString().equals(posted.id())) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  private static List<String> queue() throws IOException {
    return moderator
        .queue("held", 100, null)
        .body()
        .path("items")
        .valueStream()
        .map(JsonNode::toString)
        .toList();
  }

  /** Nothing that was posted is still being looked at. */
  private static boolean quiet() throws IOException {
    @Nullable String before = null;
    String now = page(thread).toString() + queue();
    for (int same = 0; same < 3; same++) {
      before = now;
      now = page(thread).toString() + queue();
      if (!now.equals(before)) {
        return false;
      }
    }
    return true;
  }

  private static String command() {
    return UUID.randomUUID().toString();
  }
}
