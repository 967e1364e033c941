package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** No state of the thread breaks a rule of WCAG 2.2 AA that a program can check. */
@ExtendWith(Stage.class)
class AccessibleIT {

  private static final String NEW_FORM = "form[data-form=new] ";
  private static final String LINKS =
      "Four places: https://lantern.example/a https://rex.example/b https://atlas.example/c"
          + " https://odeon.example/d";

  /** Whether something reaches beyond the window, and what. */
  private static final String TOO_WIDE =
      "const root = document.querySelector('rejoinder-thread')?.shadowRoot ?? document;"
          + "return [...root.querySelectorAll('*'), document.documentElement]"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
          + "  && !e.closest('.unseen, pre')).map(e => e.outerHTML.slice(0, 120));";

  /** Buttons and links of the thread that are less than 24 px either way, and stand in no text. */
  private static final String TOO_SMALL =
      "return [...document.querySelector('rejoinder-thread').shadowRoot"
          + ".querySelectorAll('button, select, input, .foot a')]"
          + ".filter(e => !e.closest('.unseen, .spoiler, .choice'))"
          + ".map(e => [e, e.getBoundingClientRect()])"
          + ".filter(([e, r]) => r.width > 0 && (r.width < 23.5 || r.height < 23.5))"
          + ".map(([e, r]) => e.outerHTML.slice(0, 120) + ' ' + r.width + 'x' + r.height);";

  private final Stage.Shared stage;

  AccessibleIT(Stage.Shared stage) {
    this.stage = stage;
  }

  @Test
  void everyStateOfTheThreadKeepsTheRules() {
    try (Browser reader = stage.browser(1000, 900)) {
      open(reader);
      check(reader, "a thread", "h2");
      reader.inThread("button[data-action=collapse]").click();
      reader.inThread("button[data-action=collapse][aria-expanded=false]");
      check(reader, "replies hidden", "[data-action=collapse][aria-expanded=false]");
      reader.inThread(NEW_FORM + "button[type=submit]").click();
      reader.await("the errors", () -> !reader.inThread("[data-error=text]").getText().isEmpty());
      check(reader, "a form with errors", "form[data-form=new]");

      reader.inThread("button[data-action=reply]").click();
      reader.inThread("form[data-form=reply] [name=text]").sendKeys("a ||b|| *c*");
      reader.inThread("form[data-form=reply] button[data-action=preview]").click();
      reader.inThread("form[data-form=reply] [data-preview]");
      check(reader, "a reply with its preview", "form[data-form=reply]");
      reader.inThread("form[data-form=reply] button[data-action=cancel]").click();

      reader.inThread("button[data-action=menu]").click();
      reader.inThread("button[data-action=report]").click();
      reader.inThread("form[data-form=report] button[type=submit]").click();
      check(reader, "a report without a reason", "form[data-form=report]");
      reader.inThread("form[data-form=report] button[data-action=cancel]").click();
      reader.inThread("button[data-action=mute]").click();
      reader.inThread("[data-muted]");
      check(reader, "somebody muted", "[data-muted]");
    }
  }

  @Test
  void whereverOnesOwnCommentStandsTheRulesAreKept() {
    try (Browser reader = stage.browser(1000, 900);
        Browser moderator = stage.browser(1200, 900)) {
      open(reader);
      post(reader, "A plain word on the lamp, with ||its end||.");
      reader.inThread("article[data-state=published] [data-action=edit]");
      check(reader, "published, with its countdown", "article[data-state=published]");
      reader.inThread("article [data-action=edit]").click();
      reader.inThread("form[data-form=edit]");
      check(reader, "an edit", "form[data-form=edit]");
      reader.inThread("form[data-form=edit] button[data-action=cancel]").click();
      reader.inThread("article [data-action=withdraw]").click();
      check(reader, "asked whether to withdraw", "[data-action=confirm-withdraw]");
      reader.inThread("article [data-action=confirm-withdraw]").click();
      reader.inThread("article[data-state=withdrawn]");
      check(reader, "withdrawn", "article[data-state=withdrawn]");

      post(reader, LINKS);
      reader.inThread("article[data-state=held]");
      check(reader, "held", "article[data-state=held]");
      stage.signIn(moderator);
      WebElement card = moderator.cardWith(LINKS.substring(0, LINKS.indexOf(' ', 12)));
      check(moderator, "the console with a card");
      card.findElement(By.cssSelector("button[data-action=reject]")).click();
      check(moderator, "the console with reasons");
      moderator.find("button[data-reason=spam]").click();
      reader.inThread("article[data-state=rejected]");
      check(reader, "rejected", "article[data-state=rejected]");

      reader.network(true, 0, -1);
      post(reader, "Written without a network.");
      reader.inThread("article[data-state=unsent]");
      check(reader, "not sent", "article[data-state=unsent]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "prefers-color-scheme, dark, 1000",
    "forced-colors, active, 1000",
    "prefers-reduced-motion, reduce, 1000",
    "prefers-contrast, more, 320",
    "prefers-color-scheme, light, 320"
  })
  void howeverItIsShownTheRulesAreKeptAndNothingIsCutOff(String feature, String value, int width) {
    try (Browser reader = stage.browser(width, 900)) {
      reader.prefers(feature, value);
      reader.width(width);
      open(reader);
      reader.inThread("button[data-action=menu]").click();
      reader.inThread("button[data-action=copy]");
      check(reader, feature + " " + value + " " + (width < 400 ? "narrow" : "wide"), "h2");
      assertThat(reader.wrong(TOO_WIDE)).as("beyond the window").isEmpty();
      assertThat(reader.wrong(TOO_SMALL)).as("smaller than 24 px").isEmpty();
    }
  }

  @Test
  void theSameHoldsFromRightToLeft() {
    try (Browser reader = stage.browser(1000, 900)) {
      reader.beforeEachPage(
          "document.addEventListener('DOMContentLoaded', () => {"
              + " const t = document.querySelector('rejoinder-thread'); if (t) t.lang = 'ar'; });");
      reader.open(stage.review());
      reader.inThread("section[dir=rtl]");
      reader.articleWith("petrol station, yes");
      check(reader, "Arabic", "h2");
      assertThat(reader.wrong(TOO_WIDE)).isEmpty();
    }
  }

  @Test
  void pagesWithoutScriptKeepThem() {
    try (Browser reader = stage.browser(1000, 900)) {
      open(reader);
      String thread =
          Objects.requireNonNull(reader.find("rejoinder-thread").getDomAttribute("thread"));
      String comment =
          Objects.requireNonNull(
              reader.articleWith("petrol station, yes").getDomAttribute("data-comment"));
      URI api = stage.platform().addresses().api();
      for (String page : new String[] {"/threads/" + thread, "/comments/" + comment}) {
        reader.open(api.resolve(page));
        reader.find("main");
        check(reader, page);
      }
      reader.open(stage.platform().addresses().site());
      check(reader, "the list of reviews");
    }
  }

  private void open(Browser reader) {
    reader.open(stage.review());
    reader.articleWith("petrol station, yes");
  }

  private static void post(Browser reader, String text) {
    WebElement name = reader.inThread(NEW_FORM + "[name=name]");
    name.clear();
    name.sendKeys("Ada Rook");
    reader.inThread(NEW_FORM + "[name=text]").sendKeys(text);
    reader.inThread(NEW_FORM + "button[type=submit]").click();
  }

  private static void check(Browser browser, String state) {
    assertThat(browser.violations()).as(state).isEmpty();
    browser.picture("state-" + state.replaceAll("[^a-zA-Z]+", "-"));
  }

  /** The same with something of the thread in the middle of the picture. */
  private static void check(Browser browser, String state, String shown) {
    browser.scrollTo(browser.inThread(shown));
    check(browser, state);
  }
}
