package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rejoinder.system.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * What is there before any script, what becomes of it once there is one, and what is there without.
 */
class ReadAtOnceIT {

  private static final String LAYOUT_SHIFT =
      "const done = arguments[arguments.length - 1]; let sum = 0;"
          + "new PerformanceObserver((list) => {"
          + "  for (const entry of list.getEntries()) sum += entry.value;"
          + "}).observe({ type: 'layout-shift', buffered: true });"
          + "setTimeout(() => done(String(sum)), 500);";

  private static final String REQUESTS =
      "return performance.getEntriesByType('resource').map((entry) => entry.name)"
          + ".filter((name) => name.includes('/comments?')).length";

  private static Platform platform;
  private static Path chromium;
  private static Path chromedriver;
  private static URI review;

  @BeforeAll
  static void start() {
    Optional<Path> browser = TestSetup.onPath("chromium");
    Optional<Path> driver = TestSetup.onPath("chromedriver");
    assumeThat(browser).as("chromium on the PATH").isPresent();
    assumeThat(driver).as("chromedriver on the PATH").isPresent();
    chromium = browser.orElseThrow();
    chromedriver = driver.orElseThrow();
    platform = Platform.allInOne(TestSetup.of("read-at-once"));
    platform.start("--import", LongThread.export().toString());
    review = platform.addresses().site().resolve("/reviews/" + LongThread.SLUG);
    await(LongThread.COMMENTS + " responses to “A Long Evening”");
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  private static String html() {
    HttpRequest request = HttpRequest.newBuilder(review).build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void await(String text) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> html().contains(text));
  }

  private static Browser scripted(int width) {
    return Browser.start(chromium, chromedriver, width, 900);
  }

  private static Browser unscripted() {
    return Browser.start(
        chromium,
        chromedriver,
        1000,
        900,
        Map.of("profile.managed_default_content_settings.javascript", 2));
  }

  @Test
  void aPageWithItsFirstCommentsIsSmall() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(html().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(zipped.size()).as("bytes, gzipped").isLessThan(90_000);
  }

  @Test
  void theWidgetTakesOverWithoutARequestAndWithoutAShift() {
    for (int width : List.of(1200, 420)) {
      try (Browser reader = scripted(width)) {
        reader.open(review);
        WebElement newest = reader.inThread("article[data-comment]");
        String id = newest.getDomAttribute("data-comment");

        assertThat(html()).contains("id=\"comment-" + id);
        assertThat(reader.findAll("rejoinder-thread .rj")).isEmpty();
        assertThat(reader.run(REQUESTS)).as("requests for the page").isEqualTo("0");
        assertThat(Double.parseDouble(reader.runAsync(LAYOUT_SHIFT)))
            .as("layout shift at " + width)
            .isLessThanOrEqualTo(0.02);
        assertThat(reader.inThread("[data-count]").getText())
            .endsWith(" responses to “A Long Evening”");
        assertThat(reader.complaints()).isEmpty();
      }
    }
  }

  @Test
  void whatIsReadStaysWhereItIsWhenTheWidgetTakesOver() {
    for (int width : List.of(1200, 420)) {
      try (Browser reader = scripted(width)) {
        reader.block("*/widget/*");
        reader.open(review);
        WebElement read = reader.find("li[id^='comment-'] li[id^='comment-'] > article");
        String id = read.findElement(By.xpath("..")).getDomAttribute("id");
        double list = reader.topOf(reader.find(".rj-list"));
        reader.run("window.scrollBy(0, arguments[0])", reader.topOf(read) - 30);
        double before = reader.topOf(read);
        reader.block();
        reader.run(
            "const s = document.createElement('script'); s.type = 'module';"
                + "s.src = document.querySelector('script[type=module]').src + '?again';"
                + "document.head.append(s)");

        WebElement same =
            reader.inThread("[data-comment='" + id.substring("comment-".length()) + "']");
        assertThat(reader.topOf(same)).as("at " + width).isCloseTo(before, within(2.0));
        reader.run("window.scrollTo(0, 0)");
        assertThat(reader.topOf(reader.inThread("ol")))
            .as("where the list begins at " + width)
            .isCloseTo(list, within(60.0));
      }
    }
  }

  @Test
  void withoutJavaScriptPeopleReadPostAndReply() {
    try (Browser reader = unscripted()) {
      reader.open(review);
      assertThat(reader.findAll("rejoinder-thread article")).hasSizeGreaterThan(20);
      reader.picture("without-script-review");
      reader.find(".rj-write a").click();
      reader
          .find("#form [name=text]")
          .sendKeys("The radio wins. I bought the same model on the way home.");
      reader.find("#form [name=email]").sendKeys("noor@example.org");
      reader.find("#form [name=name]").sendKeys("\u00a0");
      reader.find("#form button").click();
      assertThat(reader.find("#rj-name-error").getText()).isEqualTo("Please give a name.");
      assertThat(reader.find("#rj-text").getDomProperty("value")).startsWith("The radio wins.");
      reader.picture("without-script-error");
      reader.find("#rj-name").clear();
      reader.find("#rj-name").sendKeys("Noor");
      reader.find("#form button").click();

      reader.find("[data-state]");
      reader.picture("without-script-status");
      reader.find("[data-state=published]");
      reader.find("nav a[href*='/comments/']").click();
      WebElement mine = reader.find("li:target > article");
      assertThat(mine.getText())
          .contains("Noor", "The radio wins. I bought the same model on the way home.");
      reader.picture("without-script-page");

      mine.findElement(By.partialLinkText("Reply")).click();
      assertThat(reader.find("#form h2").getText()).isEqualTo("Reply to Noor");
      reader
          .find("#form [name=text]")
          .sendKeys("It has been on ever since, and nobody here complains.");
      reader.find("#form [name=name]").sendKeys("Ben");
      reader.find("#form button").click();
      reader.find("[data-state=published]");
      reader.find("nav a[href*='/comments/']").click();
      assertThat(reader.find("li:target").findElement(By.xpath("ancestor::li")).getText())
          .contains("The radio wins.");
    }
  }
}
