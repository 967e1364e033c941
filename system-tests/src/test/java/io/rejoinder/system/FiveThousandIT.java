package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rejoinder.system.client.Comments;
import io.rejoinder.system.client.Servers;
import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * A thread of 5,000 comments, all of them on the page. How long the page takes to answer is written
 * to {@code target/five-thousand.txt}, as browsers measure it (Event Timing: from the input to the
 * next picture); what is asserted is that it is all there, and right.
 */
class FiveThousandIT {

  private static final int COMMENTS = 5_000;
  private static final Path FIGURES = Path.of("target", "five-thousand.txt");

  private static final String WATCH =
      "window.slow = { input: 0, task: 0, shift: 0 };"
          + "new PerformanceObserver((list) => list.getEntries().forEach((e) => {"
          + "  slow.input = Math.max(slow.input, e.duration); }))"
          + "  .observe({ type: 'event', durationThreshold: 16 });"
          + "new PerformanceObserver((list) => list.getEntries().forEach((e) => {"
          + "  slow.task = Math.max(slow.task, e.duration); })).observe({ type: 'longtask' });";

  private static final String SCROLL =
      "const done = arguments[arguments.length - 1]; let y = 0; const times = []; let last = 0;"
          + "const step = (now) => { if (last) times.push(now - last); last = now;"
          + "  y += 600; scrollTo(0, y);"
          + "  if (y < 120000) requestAnimationFrame(step);"
          + "  else { times.sort((a, b) => a - b); done(times[Math.floor(times.length * 0.95)]); } };"
          + "requestAnimationFrame(step);";

  private final List<String> figures = new ArrayList<>();

  @Test
  void fiveThousandCommentsAreThereInOrderAndAnswer() throws IOException {
    assumeThat(TestSetup.onPath("chromium")).as("chromium on the PATH").isPresent();
    assumeThat(TestSetup.onPath("chromedriver")).as("chromedriver on the PATH").isPresent();
    try (Platform platform =
            Platform.allInOne(TestSetup.of("five-thousand", "--profile", "bench"));
        Browser reader =
            Browser.start(
                TestSetup.onPath("chromium").orElseThrow(),
                TestSetup.onPath("chromedriver").orElseThrow(),
                1000,
                900)) {
      platform.start("--import", LongThread.export(COMMENTS).toString());
      URI review = platform.addresses().site().resolve("/reviews/" + LongThread.SLUG);
      Servers site = new Servers(platform.addresses().sites());
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> site.get(review.getPath(), Map.of()).text().contains("5,000 responses"));
      reader.beforeEachPage(WATCH);
      reader.open(review);
      long empty = reader.heap();
      String oldest = oldest(platform, reader);

      long before = System.nanoTime();
      reader.run("location.hash = '#comment-" + oldest + "'");
      WebElement found = reader.inThread("article.linked[data-comment='" + oldest + "']");
      figure("a link to the oldest is there after, s", (System.nanoTime() - before) / 1e9);
      assertThat(reader.countInThread("article[data-comment]")).isEqualTo(COMMENTS);
      reader.await("it is in sight", () -> reader.topOf(found) > 0 && reader.topOf(found) < 900);
      figure("JavaScript heap above that of 50, MB", (reader.heap() - empty) / 1e6);

      WebElement reply = found.findElement(By.cssSelector("button[data-action=reply]"));
      measured(reader, "reply opens", reply::click);
      WebElement text = reader.inThread("form[data-form=reply] [name=text]");
      measured(reader, "a key in its text", () -> text.sendKeys("Still here, after all of it."));
      measured(
          reader,
          "closes",
          () -> reader.inThread("form[data-form=reply] [data-action=cancel]").click());
      WebElement like = found.findElement(By.cssSelector(".like"));
      measured(reader, "a like", like::click);
      reader.await("it is pressed", () -> "true".equals(like.getDomAttribute("aria-pressed")));
      measured(reader, "the menu", found.findElement(By.cssSelector("[data-action=menu]"))::click);

      Comments comments = new Comments(platform.addresses().apis());
      for (int i = 0; i < 3; i++) {
        post(comments, thread(reader), i);
      }
      reader.await(
          "three new ones",
          () -> reader.inThread("button[data-action=new]").getText().startsWith("3 new"));
      measured(reader, "three new ones shown", () -> reader.inThread("[data-action=new]").click());
      assertThat(reader.countInThread("article[data-comment]")).isEqualTo(COMMENTS + 3);
      reader.run("scrollTo(0, 0)");
      figure("scrolling, 95 % of frames, ms", Double.parseDouble(reader.runAsync(SCROLL)));
      assertThat(reader.complaints()).isEmpty();
      Files.write(FIGURES, figures);
    }
  }

  private static String thread(Browser reader) {
    return String.valueOf(reader.find("rejoinder-thread").getDomAttribute("thread"));
  }

  private static void post(Comments comments, String thread, int number) throws IOException {
    String text = "A late word of the evening, and its number is " + number + ".";
    assertThat(
            comments
                .post(new Comments.Draft(thread, "late-" + number, "Noor", text, null))
                .status())
        .isEqualTo(202);
  }

  private static String oldest(Platform platform, Browser reader) throws IOException {
    Servers api = new Servers(platform.addresses().apis());
    String path = "/api/threads/" + thread(reader) + "/comments?sort=oldest&limit=1";
    return api.get(path, Map.of()).body().at("/comments/0/id").asString();
  }

  private void measured(Browser reader, String what, Runnable act) {
    reader.run("slow.input = 0; slow.task = 0");
    act.run();
    reader.pause(Duration.ofMillis(700));
    figure(
        what + ", longest input to picture, ms",
        Double.parseDouble(reader.run("return slow.input")));
    figure(what + ", longest task, ms", Double.parseDouble(reader.run("return slow.task")));
  }

  private void figure(String what, double value) {
    figures.add(String.format(Locale.ROOT, "%s: %.1f", what, value));
  }
}
