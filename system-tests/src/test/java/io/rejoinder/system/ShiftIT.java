package io.rejoinder.system;

import static io.rejoinder.system.ModeratorAtWork.STAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import io.rejoinder.system.client.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Three moderators work on one queue of a hundred comments at once, from the keyboard, while
 * authors change some of what they wrote into its opposite. Whoever is quicker, each text is
 * decided once and as it stands.
 */
@ExtendWith(Stage.class)
class ShiftIT {

  private static final int COMMENTS = 160;
  private static final int CHANGED = 10;
  private static final int SETTLED_IN = 60;
  private static final String MARK = "shift-of-three.example";
  private static final String PASSWORD = "four grey herons over the weir";

  /** How much more of the heap may be in use at the end of a shift than at its start. */
  private static final double GROWN = 1.10;

  /** What the engine compiles stays in the heap, too, and is nothing that the page keeps. */
  private static final String NOT_COMPILED = "--js-flags=--no-opt --no-maglev --no-sparkplug";

  private static final Path FIGURES = Path.of("target", "shift.txt");

  private final Stage.Shared stage;
  private final Comments comments;
  private final Console administrator;

  ShiftIT(Stage.Shared stage) {
    this.stage = stage;
    this.comments = new Comments(stage.platform().addresses().apis());
    this.administrator = stage.administrator();
  }

  /** A comment as its author knows it. */
  private record Written(String id, String token, int number) {}

  @Test
  void threeModeratorsDecideEachTextOnceAndAsItStands() throws Exception {
    List<Browser> browsers = new ArrayList<>();
    ExecutorService hands = Executors.newFixedThreadPool(4);
    try {
      for (String name : List.of("Ann", "Ben", "Cem")) {
        stage.openAccount(name, PASSWORD);
        Browser browser = stage.browser(1100, 900, NOT_COMPILED);
        browsers.add(browser);
        stage.signIn(browser, name, PASSWORD);
      }
      String thread = thread(browsers.get(0));
      List<Written> written = new ArrayList<>();
      for (int i = 0; i < COMMENTS; i++) {
        written.add(post(thread, i));
      }
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> waiting() == COMMENTS);
      for (Browser browser : browsers) {
        browser.open(
            stage.platform().addresses().console().resolve("?sort=oldest&single&q=" + query()));
        browser.find("article[data-item][aria-current]");
      }
      // By then a browser has read what it runs all the time, which stays in its heap.
      atWork(hands, browsers, () -> waiting() <= COMMENTS - SETTLED_IN, () -> {});
      List<Long> before = browsers.stream().map(Browser::heap).toList();
      AtomicBoolean changed = new AtomicBoolean();
      List<Long> decided =
          atWork(
              hands,
              browsers,
              () -> changed.get() && waiting() == 0,
              () -> {
                for (int i = 0; i < CHANGED; i++) {
                  change(written.get((i + 1) * (COMMENTS / CHANGED) - 1));
                }
                changed.set(true);
              });
      everyTextWasDecidedOnceAndAsItStands();

      List<Long> after = browsers.stream().map(Browser::heap).toList();
      Files.writeString(
          FIGURES, "decided %s%nheap before %s%nheap after %s%n".formatted(decided, before, after));
      for (int i = 0; i < after.size(); i++) {
        assertThat((double) after.get(i)).isLessThan(before.get(i) * GROWN);
        assertThat(browsers.get(i).violations()).isEmpty();
      }
    } finally {
      hands.shutdownNow();
      browsers.forEach(Browser::close);
    }
  }

  /** All at once; what else happens meanwhile does so here. */
  private static List<Long> atWork(
      ExecutorService hands, List<Browser> browsers, BooleanSupplier done, Meanwhile meanwhile)
      throws Exception {
    List<Future<Long>> shifts =
        browsers.stream().map(browser -> hands.submit(new ModeratorAtWork(browser, done))).toList();
    meanwhile.happens();
    List<Long> decided = new ArrayList<>();
    for (Future<Long> shift : shifts) {
      decided.add(shift.get());
    }
    return decided;
  }

  private interface Meanwhile {
    void happens() throws IOException;
  }

  private void everyTextWasDecidedOnceAndAsItStands() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    String after = null;
    do {
      Answer page = administrator.search("all", "domain:" + MARK, 50, after);
      page.body().path("items").forEach(found::add);
      after = page.string("next");
    } while (after != null);
    assertThat(found).hasSize(COMMENTS);
    for (JsonNode item : found) {
      List<Integer> judged = new ArrayList<>();
      for (JsonNode decision : item.path("history")) {
        if (!decision.path("by").path("kind").asString().equals("moderator")) {
          continue;
        }
        int revision = decision.path("revision").asInt();
        judged.add(revision);
        String text = textOf(item, revision);
        assertThat(decision.path("outcome").asString())
            .as(text)
            .isEqualTo(text.contains(STAYS) ? "approved" : "rejected");
      }
      assertThat(judged).as("decided once: %s", item.path("history")).doesNotHaveDuplicates();
      assertThat(judged).as("%s", item.path("text")).contains(item.path("revision").asInt());
    }
  }

  private static String textOf(JsonNode item, int revision) {
    for (JsonNode earlier : item.path("earlier")) {
      if (earlier.path("number").asInt() == revision) {
        return earlier.path("text").asString();
      }
    }
    return item.path("text").asString();
  }

  private long waiting() {
    try {
      return administrator.search("held", "domain:" + MARK, 1, null).body().path("count").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Written post(String thread, int number) throws IOException {
    Answer answer =
        comments.post(
            new Comments.Draft(
                thread,
                "shift-" + number,
                "Reader " + number,
                text(number, number % 2 == 0),
                null));
    assertThat(answer.status()).isEqualTo(202);
    return new Written(
        Objects.requireNonNull(answer.string("id")),
        Objects.requireNonNull(answer.string("token")),
        number);
  }

  /** Its author says the opposite. */
  private void change(Written written) throws IOException {
    String opposite = text(written.number(), written.number() % 2 != 0);
    Answer answer = comments.revise(written.id(), written.token(), opposite, 1);
    assertThat(answer.status()).as(answer.text()).isIn(200, 202);
  }

  /** Three links have a comment wait; no two are to the same places. */
  private static String text(int number, boolean stays) {
    return "%s Seen at https://%s/%d and https://a%d.example and https://b%d.example"
        .formatted(stays ? STAYS : "This one goes.", MARK, number, number, number);
  }

  private static String query() {
    return URLEncoder.encode("domain:" + MARK, StandardCharsets.UTF_8);
  }

  private String thread(Browser browser) {
    browser.open(stage.review());
    return String.valueOf(browser.find("rejoinder-thread").getDomAttribute("thread"));
  }
}
