package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.moderation.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTest {

  private static final ScreeningProperties SETTINGS =
      new ScreeningProperties(
          Duration.ofMillis(100),
          null,
          null,
          Duration.ofMinutes(10),
          new ScreeningProperties.Campaigns(Duration.ofHours(6), 1024),
          new ScreeningProperties.Flood(true, Duration.ofMinutes(1), 10, 6, 12),
          new ScreeningProperties.Authors(Duration.ofDays(180), 1024));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Texts texts = new Texts();

  private static Screen screen(String name, Runnable look) {
    return new Screen() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Evidence weigh(Subject subject, Map<String, String> values) {
        look.run();
        return new Evidence(name, 0, "looked", List.of(), Map.of());
      }
    };
  }

  @Test
  void everyScreenGivesEvidenceInOrder() {
    try (Screening screening = new Screening(SETTINGS, Consulted.of(new WordsFile(null)), meters)) {
      List<List<Evidence>> found =
          screening.examine(List.of(texts.text("one"), texts.text("two")), Lists.NONE);
      assertThat(found).hasSize(2);
      assertThat(found.get(1))
          .extracting(Evidence::screen)
          .containsExactly(
              "disguise",
              "links",
              "blocked-words",
              "suspect-words",
              "form",
              "email",
              "campaign",
              "flood",
              "author",
              "after-rejection",
              "premoderated",
              "standing",
              "model",
              "toxicity");
      assertThat(Screening.versions(found.get(0))).containsKeys("words", "suspect-words");
    }
  }

  @Test
  void screenThatThrowsIsEvidenceOfThatAndCostsTheOthersNothing() {
    List<Screen> screens =
        List.of(
            screen(
                "broken",
                () -> {
                  throw new IllegalStateException("the text");
                }),
            screen("sound", () -> {}));
    try (Screening screening = new Screening(screens, SETTINGS, meters)) {
      List<Evidence> found = screening.examine(List.of(texts.text("one")), Lists.NONE).get(0);
      assertThat(Screening.failed(found.get(0))).isTrue();
      assertThat(found.get(0).sentence()).doesNotContain("the text");
      assertThat(Screening.failed(found.get(1))).isFalse();
      assertThat(meters.counter("rejoinder.screening.failed", "screen", "broken").count()).isOne();
    }
  }

  @Test
  void screensLookAtOneTextAtATimeWhoeverAsks() {
    AtomicInteger looking = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Screen counting =
        screen(
            "counting",
            () -> {
              most.accumulateAndGet(looking.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              looking.decrementAndGet();
            });
    try (Screening screening = new Screening(List.of(counting), SETTINGS, meters)) {
      Stream.generate(() -> texts.text("one"))
          .limit(200)
          .parallel()
          .forEach(text -> screening.examine(List.of(text), Lists.NONE));
    }
    assertThat(most).hasValue(1);
    assertThat(meters.find("rejoinder.screening.failed").counters()).isEmpty();
  }

  @Test
  void screenThatHangsIsLeftBehind() {
    CountDownLatch never = new CountDownLatch(1);
    List<Screen> screens =
        List.of(
            screen("sound", () -> {}),
            screen(
                "hanging",
                () -> {
                  boolean interrupted = true;
                  while (interrupted) {
                    try {
                      never.await();
                      interrupted = false;
                    } catch (InterruptedException e) {
                      interrupted = true; // as a screen in a tight loop would not notice either
                    }
                  }
                }),
            screen("after", () -> {}));
    try (Screening screening = new Screening(screens, SETTINGS, meters)) {
      List<List<Evidence>> found =
          screening.examine(List.of(texts.text("one"), texts.text("two")), Lists.NONE);
      for (List<Evidence> one : found) {
        assertThat(one).extracting(Screening::failed).containsExactly(false, true, false);
      }
    } finally {
      never.countDown();
    }
  }

  @Test
  void screenThatComputesForTooLongIsLeftBehind() {
    AtomicBoolean going = new AtomicBoolean(true);
    List<Screen> screens =
        List.of(
            screen(
                "spinning",
                () -> {
                  while (going.get()) {
                    Thread.onSpinWait();
                  }
                }),
            screen("after", () -> {}));
    try (Screening screening = new Screening(screens, SETTINGS, meters)) {
      List<Evidence> found = screening.examine(List.of(texts.text("one")), Lists.NONE).get(0);
      assertThat(found).extracting(Screening::failed).containsExactly(true, false);
    } finally {
      going.set(false);
    }
  }

  @Test
  void screenThatIsKeptFromTheCoresIsWaitedFor() {
    Screen kept = screen("kept", () -> sleep(SETTINGS.bound().multipliedBy(3)));
    try (Screening screening = new Screening(List.of(kept), SETTINGS, meters)) {
      List<Evidence> found = screening.examine(List.of(texts.text("one")), Lists.NONE).get(0);
      assertThat(found).extracting(Screening::failed).containsExactly(false);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void wordsAreReadAgainWhenTheirFileChanges(@TempDir Path folder) throws IOException {
    Path list = folder.resolve("words.txt");
    Files.writeString(list, "# nothing\n");
    WordsFile file = new WordsFile(list);
    String before = file.current().version();
    Files.writeString(list, "heat\n");
    Files.setLastModifiedTime(list, FileTime.from(Instant.now().plusSeconds(10)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !file.current().version().equals(before));
    assertThat(file.current().in("heat", Token.all("heat"))).hasSize(1);
  }

  @Test
  void hostileTextsFailNoScreen() {
    ScreeningProperties settings =
        new ScreeningProperties(
            Duration.ofSeconds(20),
            null,
            null,
            Duration.ofMinutes(10),
            SETTINGS.campaigns(),
            SETTINGS.flood(),
            SETTINGS.authors());
    List<Screening.Text> hostile =
        Stream.of(
                "a" + "\u0301".repeat(20_000),
                "\u202E\u202D\u2066".repeat(10_000),
                "w".repeat(1_000_000),
                "\uD83D\uDE02".repeat(20_000),
                "\uD800".repeat(1_000) + "\uDC00",
                "http://".repeat(5_000),
                "[".repeat(20_000) + "](",
                "a.".repeat(10_000) + "com",
                "0170 ".repeat(10_000))
            .map(texts::text)
            .toList();
    try (Screening screening = new Screening(settings, Consulted.of(new WordsFile(null)), meters)) {
      assertThat(screening.examine(hostile, Lists.NONE))
          .allSatisfy(found -> assertThat(found).noneMatch(Screening::failed));
    }
  }
}
