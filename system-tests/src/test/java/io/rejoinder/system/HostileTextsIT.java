package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import io.rejoinder.system.client.Comments.Draft;
import io.rejoinder.system.client.Console;
import io.rejoinder.system.client.Servers;
import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What tries to run as a script is posted, approved and shown: nothing runs, nothing breaks out.
 */
class HostileTextsIT {

  /** Comments that the export has of this review. */
  private static final int IMPORTED = 3;

  private static final Duration SOON = Duration.ofSeconds(90);

  /** Some hundred decisions, one after the other. */
  private static final Duration ALL_DECIDED = Duration.ofMinutes(4);

  private static final Pattern THREAD =
      Pattern.compile("<rejoinder-thread[^>]* thread=\"([^\"]+)\"");

  /** Tells of every call that a script would make to be noticed. */
  private static final String WATCH =
      "window.ran = [];"
          + "for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])"
          + " window[name] = (...all) => { window.ran.push(name + ': ' + all.join()); };";

  /**
   * Whatever in a comment's text is not the subset that the renderer writes, or stands outside of
   * its comment's box. What scrolls in a box of its own may be wider than it.
   */
  private static final String WRONG =
      """
      const bad = [...window.ran];
      const roots = [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)];
      const tags = new Set(['P', 'BR', 'EM', 'STRONG', 'CODE', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'A', 'SPAN']);
      if (!roots.some(root => root.querySelector('.prose, [itemprop=text]'))) bad.push('no text is there to look at');
      for (const root of roots) {
        for (const element of root.querySelectorAll('.prose *, [itemprop=text] *')) {
          if (!tags.has(element.tagName)) bad.push('element ' + element.outerHTML.slice(0, 200));
          for (const { name, value } of element.attributes) {
            const active = /^on|^style$|^src|^srcdoc$|^formaction$/i.test(name);
            const link = name === 'href' && !/^(https?:|mailto:)/.test(element.href) && !value.startsWith('#comment-');
            if (active || link) bad.push('attribute ' + name + '=' + value.slice(0, 200));
          }
        }
        for (const article of root.querySelectorAll('article')) {
          const box = article.getBoundingClientRect();
          for (const element of article.querySelectorAll('*')) {
            if (element.closest('pre') || element.closest('article') !== article) continue;
            const { left, right, top, bottom, width } = element.getBoundingClientRect();
            if (width > 2 && (left < box.left - 16 || right > box.right + 16 || top < box.top - 2 || bottom > box.bottom + 2))
              bad.push('outside of its comment: ' + element.outerHTML.slice(0, 200));
          }
        }
        for (const element of root.querySelectorAll('script:not([src]):not([type="application/ld+json"]):not([type="application/json"]), iframe, object, embed, base, meta[http-equiv=refresh]'))
          bad.push('element ' + element.outerHTML.slice(0, 200));
      }
      const page = document.documentElement;
      if (page.scrollWidth > page.clientWidth) bad.push('the page scrolls sideways');
      for (const { name } of performance.getEntriesByType('resource'))
        if (!new URL(name).hostname.match(/^(localhost|127\\.0\\.0\\.1)$/)) bad.push('asked for ' + name);
      return bad;
      """;

  private static Platform platform;
  private static Comments comments;
  private static Console console;
  private static Path chromium;
  private static Path chromedriver;
  private static String thread;

  @BeforeAll
  static void postAndApproveThem() throws IOException {
    assumeThat(TestSetup.onPath("chromium")).as("chromium on the PATH").isPresent();
    assumeThat(TestSetup.onPath("chromedriver")).as("chromedriver on the PATH").isPresent();
    chromium = TestSetup.onPath("chromium").orElseThrow();
    chromedriver = TestSetup.onPath("chromedriver").orElseThrow();
    platform = Platform.allInOne(TestSetup.of("hostile-texts", "--profile", "bench"));
    platform.start("--import", TestSetup.export().toString());
    comments = new Comments(platform.addresses().apis());
    console =
        new Console(
            platform.addresses().console(),
            Platform.ADMINISTRATOR,
            platform.administratorsPassword());
    thread = thread();
    await().atMost(SOON).until(() -> shown() == IMPORTED);
    Set<String> posted = post(HostileTexts.all());
    await().atMost(ALL_DECIDED).until(() -> approveAll(posted));
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void nothingRunsAndNothingBreaksOutOfItsComment() {
    int all = IMPORTED + HostileTexts.all().size();
    try (Browser reader = Browser.start(chromium, chromedriver, 900, 1200)) {
      reader.beforeEachPage(WATCH);
      reader.open(review());
      reader.inThread("h2[data-count='" + all + "']");
      while (reader.clickInThread("button[data-action=more]")) {
        assertThat(reader.wrong(WRONG)).isEmpty();
      }
      reader.await("all of them", () -> reader.countInThread("article[data-comment]") == all);
      assertThat(reader.wrong(WRONG)).isEmpty();
      assertThat(reader.complaints()).isEmpty();
    }
  }

  @Test
  void norOnThePagesThatTheServerWrites() {
    try (Browser reader = Browser.start(chromium, chromedriver, 900, 1200)) {
      reader.beforeEachPage(WATCH);
      for (String sort : List.of("newest", "oldest")) {
        String page = "/threads/" + thread + "?limit=200&sort=" + sort;
        reader.open(platform.addresses().apis().get(0).resolve(page));
        assertThat(reader.wrong(WRONG)).isEmpty();
      }
      assertThat(reader.complaints()).isEmpty();
    }
  }

  private static int shown() throws IOException {
    return comments.page(thread, 1, null).body().path("count").asInt(-1);
  }

  private static String thread() throws IOException {
    Servers site = new Servers(List.of(platform.addresses().site()));
    await().atMost(SOON).until(() -> site.get(review().getPath(), Map.of()).status() == 200);
    Matcher found = THREAD.matcher(site.get(review().getPath(), Map.of()).text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static URI review() {
    return platform.addresses().site().resolve("/reviews/harbour-lights-in-winter");
  }

  private static Set<String> post(List<String> payloads) throws IOException {
    Set<String> ids = new HashSet<>();
    for (String payload : payloads) {
      String key = UUID.randomUUID().toString();
      String text = HostileTexts.text(payload);
      Answer answer = comments.post(new Draft(thread, key, HostileTexts.name(payload), text, null));
      assertThat(answer.status()).as(payload).isEqualTo(202);
      ids.add(String.valueOf(answer.string("id")));
    }
    return ids;
  }

  /** Approves what the screens did not; true once readers see all. */
  private static boolean approveAll(Set<String> posted) throws IOException {
    for (String state : List.of("held", "rejected")) {
      @Nullable String next = null;
      do {
        Answer page = console.queue(state, 100, next);
        for (JsonNode item : page.body().path("items")) {
          if (posted.contains(item.path("id").asString())) {
            console.decide(UUID.randomUUID().toString(), item, null);
          }
        }
        next = page.string("next");
      } while (next != null);
    }
    return shown() == IMPORTED + posted.size();
  }
}
