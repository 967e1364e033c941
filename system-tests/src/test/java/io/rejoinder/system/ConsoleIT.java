package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Servers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A moderator's shift at the console, from the keyboard. */
@ExtendWith(Stage.class)
class ConsoleIT {

  private static final Pattern THREAD =
      Pattern.compile("<rejoinder-thread[^>]* thread=\"([^\"]+)\"");
  private static final String CARD = "article[data-item]";
  private static final String CURRENT = CARD + "[aria-current]";

  private final Stage.Shared stage;
  private final Servers api;
  private final String comments;

  ConsoleIT(Stage.Shared stage) throws Exception {
    this.stage = stage;
    this.api = new Servers(stage.platform().addresses().apis());
    Servers site = new Servers(stage.platform().addresses().sites());
    Matcher thread = THREAD.matcher(site.get(stage.review().getPath(), Map.of()).text());
    assertThat(thread.find()).isTrue();
    this.comments = "/api/threads/" + thread.group(1) + "/comments";
  }

  private void post(String name, String text) throws Exception {
    Answer answer =
        api.send(
            "POST",
            comments,
            Map.of("Idempotency-Key", UUID.randomUUID().toString()),
            Map.of("author", Map.of("name", name), "text", text));
    assertThat(answer.status()).isEqualTo(202);
  }

  private static String links(String word) {
    return "%s at http://%s.example and http://more-%s.example and http://all-%s.example"
        .formatted(word, word, word, word);
  }

  private static String current(Browser moderator) {
    return moderator.find(CURRENT + " .author").getText();
  }

  private static void awaitAddress(Browser moderator, String query) {
    moderator.await(
        "the address " + query,
        () -> String.valueOf(moderator.run("return location.search")).equals(query));
  }

  @Test
  void aShiftFromTheKeyboard() throws Exception {
    try (Browser moderator = stage.browser(1200, 900)) {
      for (String name : List.of("Ada", "Bea", "Cleo", "Dora")) {
        post(name, links(name.toLowerCase(java.util.Locale.ROOT)));
      }
      stage.signIn(moderator);
      moderator.press("/");
      moderator.press("language:en author:ada", Keys.ENTER);
      moderator.await("one is found", () -> moderator.findAll(CARD).size() == 1);
      awaitAddress(moderator, "?q=language%3Aen+author%3Aada");
      assertThat(moderator.find(CARD).getText())
          .contains("Ada", "first comment", "Held: 3 links", "ada.example");
      assertThat(moderator.violations()).isEmpty();

      moderator.run("history.back()");
      awaitAddress(moderator, "");
      moderator.await("all wait", () -> moderator.findAll(CARD).size() >= 4);
      moderator.run("document.activeElement.blur()");
      String first = current(moderator);
      moderator.press("j");
      moderator.await("the next one", () -> !current(moderator).equals(first));
      moderator.press("k");
      moderator.await("the first again", () -> current(moderator).equals(first));

      moderator.press("z");
      moderator.await("one at a time", () -> moderator.findAll(CARD).size() == 1);
      moderator.press("e");
      moderator.await("the next", () -> !current(moderator).equals(first));
      String second = current(moderator);
      moderator.press("s");
      moderator.await("another", () -> !current(moderator).equals(second));
      String third = current(moderator);
      moderator.press("r");
      moderator.find("[data-reason=off-topic]");
      moderator.press("2");
      moderator.find("[data-toast=done]");
      moderator.await("the one after", () -> !current(moderator).equals(third));
      moderator.press("u");
      moderator.await("it is back", () -> current(moderator).equals(third));
      moderator.press("a");
      moderator.await("it is gone", () -> !current(moderator).equals(third));
      moderator.press("z");

      moderator.open(stage.platform().addresses().console().resolve("?list=all&q=is%3Aescalated"));
      assertThat(moderator.find(CARD + " [data-escalated]").getText()).isEqualTo("Escalated");
      assertThat(moderator.find(CARD + " .author").getText()).isEqualTo(first);
      assertThat(moderator.findAll(CARD)).hasSize(1);

      moderator.press("?");
      assertThat(moderator.find("[data-help]").getText()).contains("Escalate", "domain:");
      assertThat(moderator.violations()).isEmpty();
      assertThat(moderator.complaints()).isEmpty();
    }
  }

  @Test
  void insultsAreBlurredUntilTheyAreAskedForAndFiltersFindThem() throws Exception {
    try (Browser moderator = stage.browser(1200, 900)) {
      post("Grump", "You are an idiot and a stupid moron, shut up and go to hell, you trash.");
      stage.signIn(moderator);
      moderator.find("input[name=blur]").click();
      moderator.find("details.filter summary").click();
      moderator.find("input[name=filter-author]").sendKeys("grump", Keys.TAB);
      moderator.await("only this one", () -> moderator.findAll(CARD).size() == 1);
      assertThat(moderator.find("input[name=q]").getDomProperty("value")).isEqualTo("author:grump");
      assertThat(moderator.find(".text.blurred .insult").getCssValue("filter")).contains("blur");
      assertThat(moderator.violations()).isEmpty();
      moderator.find("[data-action=unblur]").click();
      moderator.await("clear", () -> moderator.findAll(".blurred").isEmpty());

      moderator.find("input[name=q]").sendKeys(" colour:red", Keys.ENTER);
      moderator.await(
          "what is wrong with it",
          () -> moderator.find("[data-fault]").getText().contains("operator colour"));
      moderator.width(320);
      assertThat(moderator.wrong(TOO_WIDE)).isEmpty();
    }
  }

  @Test
  void allThatIsFoundIsDecidedAtOnceAndTakenBack() throws Exception {
    try (Browser moderator = stage.browser(1200, 900)) {
      for (int i = 0; i < 5; i++) {
        post("Bulk " + i, links("bulk"));
      }
      stage.signIn(moderator);
      moderator.press("/");
      moderator.press("domain:bulk.example", Keys.ENTER);
      moderator.await("all are found", () -> moderator.findAll(CARD).size() == 5);
      moderator.find("[data-action=reject-all]").click();
      assertThat(moderator.find("[data-confirm]").getText())
          .contains("Reject 5 comments?", "and 2 more");
      assertThat(moderator.violations()).isEmpty();
      moderator.find("[data-confirm] [data-reason=spam]").click();
      moderator.await(
          "it is done",
          () -> moderator.find("[data-batch=done]").getText().contains("5 of 5 decided"));
      moderator.await("they are gone", () -> moderator.findAll(CARD).isEmpty());
      assertThat(moderator.violations()).isEmpty();

      moderator.find("[data-action=undo-batch]").click();
      moderator.await(
          "it is taken back",
          () -> moderator.find("[data-batch=done]").getText().contains("5 of 5 taken back"));
      moderator.await("they are back", () -> moderator.findAll(CARD).size() == 5);

      moderator.findAll("[data-select]").subList(0, 2).forEach(WebElement::click);
      moderator.find("[data-action=approve-all]").click();
      moderator.find("[data-action=confirm]").click();
      moderator.await("two are gone", () -> moderator.findAll(CARD).size() == 3);
      moderator.find("[data-action=reject-all]").click();
      moderator.find("[data-confirm] [data-reason=other]").click();
      moderator.await("nothing is left", () -> moderator.findAll(CARD).isEmpty());
      assertThat(moderator.complaints()).isEmpty();
    }
  }

  @Test
  void anAuthorIsKnownNotedAndHeldFromTheKeyboard() throws Exception {
    try (Browser moderator = stage.browser(1200, 900)) {
      post("Hana", links("hana"));
      stage.signIn(moderator);
      moderator.open(stage.platform().addresses().console().resolve("?q=domain%3Ahana.example"));
      moderator.find(CURRENT);
      moderator.press("i");
      moderator.find("[data-author] [data-written] [data-status=held]");
      assertThat(moderator.find("[data-author]").getText()).contains("About Hana", "No notes yet.");
      assertThat(moderator.violations()).isEmpty();

      moderator.tabTo("[data-author] form[data-form=note] textarea");
      moderator.press("Wrote to us, and was kind.", Keys.TAB, Keys.ENTER);
      moderator.await(
          "the note stands there",
          () -> moderator.find("[data-notes] li").getText().contains("was kind"));
      moderator.find("[data-decide] summary").click();
      moderator.tabTo("[data-author] select[name=standing]");
      moderator.press("A");
      moderator.tabTo("[data-author] textarea[name=reason]");
      moderator.press("Links in each response.", Keys.TAB, Keys.ENTER);
      moderator.find("[data-author] [data-standing=watched]");
      assertThat(moderator.find("[data-said]").getText()).contains("watched", "Undo");
      assertThat(moderator.violations()).isEmpty();
      moderator.prefers("prefers-color-scheme", "dark");
      assertThat(moderator.violations()).isEmpty();
      moderator.picture("author");
      moderator.width(320);
      assertThat(moderator.wrong(TOO_WIDE)).isEmpty();
      moderator.picture("author-320");
      moderator.find("[data-action=lift]").click();
      moderator.await(
          "as everyone", () -> moderator.findAll("[data-author] [data-standing]").isEmpty());
      moderator.press(Keys.ESCAPE);
      moderator.await("closed", () -> moderator.findAll("[data-author]").isEmpty());
      assertThat(moderator.complaints()).isEmpty();
    }
  }

  @Test
  void figuresFollowWhatHappens() throws Exception {
    try (Browser moderator = stage.browser(1200, 1400)) {
      post("Figaro", links("figures"));
      stage.signIn(moderator);
      moderator.find("[data-page=statistics]").click();
      awaitAddress(moderator, "?page=statistics");
      moderator.find("[data-tiles]");
      moderator.find("[data-period='24h']").click();
      awaitAddress(moderator, "?page=statistics&period=24h");
      moderator.await("a bar", () -> !moderator.findAll("svg rect.held").isEmpty());
      moderator.await(
          "the domain is counted",
          () -> moderator.find("[data-statistics]").getText().contains("figures.example"));
      String all = moderator.find("[data-tiles] strong").getText();
      post("Figaro", links("second"));
      moderator.await(
          "one more", () -> !moderator.find("[data-tiles] strong").getText().equals(all));
      assertThat(moderator.violations()).isEmpty();
      moderator.picture("statistics");
      moderator.prefers("prefers-color-scheme", "dark");
      assertThat(moderator.violations()).isEmpty();
      moderator.width(320);
      assertThat(moderator.wrong(TOO_WIDE)).isEmpty();
      moderator.picture("statistics-320");
      assertThat(moderator.run(EXPORT)).startsWith("what,name,approved-or-value,held,rejected");
      assertThat(moderator.complaints()).isEmpty();
    }
  }

  private static final String EXPORT =
      "const request = new XMLHttpRequest();"
          + " request.open('GET', document.querySelector('[data-action=export]').href, false);"
          + " request.send(); return request.responseText;";

  private static final String TOO_WIDE =
      "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scrolls'))"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
          + ".map(e => e.outerHTML.slice(0, 120));";
}
