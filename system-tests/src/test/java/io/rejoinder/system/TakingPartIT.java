package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What readers do beside reading, on lines that are slow or gone, and in several tabs. */
@ExtendWith(Stage.class)
class TakingPartIT {

  private static final String NEW_FORM = "form[data-form=new] ";

  /** Counts the streams that a page has open. */
  private static final String COUNT_STREAMS =
      "window.streams = new Set();"
          + "window.EventSource = class extends EventSource {"
          + "  constructor(url) { super(url); streams.add(this); }"
          + "  close() { super.close(); streams.delete(this); }"
          + "};";

  private final Stage.Shared stage;
  private Browser reader;

  TakingPartIT(Stage.Shared stage) {
    this.stage = stage;
  }

  @BeforeEach
  void openABrowser() {
    reader = stage.browser(1000, 900);
  }

  @AfterEach
  void closeIt() {
    reader.close();
  }

  @Test
  void aSpoilerIsPreviewedPublishedAndOpenedByAClickOrAKey() {
    openReview();
    type("The road ends at ");
    reader.inThread(NEW_FORM + "button[data-action=spoiler]").click();
    reader.press("the petrol pump", Keys.END, ".");
    reader.inThread(NEW_FORM + "button[data-action=preview]").click();
    WebElement shown = reader.inThread("[data-preview] .spoiler");
    assertThat(covered(shown)).isTrue();
    reader.picture("preview");
    send();

    WebElement mine = reader.inThread("article[data-state=published] .spoiler");
    reader.scrollTo(mine);
    assertThat(covered(mine)).isTrue();
    reader.picture("spoiler");
    mine.click();
    assertThat(covered(mine)).isFalse();
    assertThat(mine.getText()).contains("the petrol pump");
    mine.findElement(By.cssSelector("input")).sendKeys(Keys.SPACE);
    assertThat(covered(mine)).isTrue();
    assertThat(reader.complaints()).isEmpty();
  }

  @Test
  void whatIsWrittenWithoutANetworkIsKeptAndSentOnceItIsBack() {
    openReview();
    reader.network(true, 0, -1);
    type("Written in a tunnel, sent at the next station.");
    send();
    WebElement waits = reader.inThread("article[data-state=unsent] [data-standing]");
    assertThat(waits.getText()).contains("no connection");
    reader.scrollTo(waits);
    reader.picture("unsent");

    reader.network(false, 0, -1);
    reader.inThread("article[data-state=published]");
    openReview();
    reader.articleWith("Written in a tunnel");
    assertThat(reader.countInThread("article[data-state=unsent]")).isZero();
    assertThat(
            reader.wrong(
                "return [...document.querySelector('rejoinder-thread').shadowRoot"
                    + ".querySelectorAll('article')].filter(a => a.textContent.includes('in a tunnel'))"
                    + ".map(a => a.dataset.comment)"))
        .as("one comment, however often it was sent")
        .hasSize(1);
  }

  @Test
  void aSlowLineShowsCommentsWithThePageAndTakesAnAnswer() {
    reader.network(false, 400, 50_000);
    openReview();
    type("It took its time, but it came.");
    send();
    reader.inThread("article[data-state=published], article[data-state=checking]");
    reader.articleWith("It took its time, but it came.");
    reader.inThread("article[data-state=published]");
    assertThat(reader.complaints()).isEmpty();
  }

  @Test
  void somebodyMutedIsNotSeenUntilAskedFor() {
    openReview();
    WebElement article = reader.articleWith("petrol station, yes");
    String id = article.getDomAttribute("data-comment");
    String one = "[data-comment='" + id + "'] ";
    article.findElement(By.cssSelector("button[data-action=menu]")).click();
    reader.inThread(one + "button[data-action=copy]").click();
    reader.await(
        "copied", () -> reader.inThread(one + "[data-action=copy]").getText().contains("copied"));
    reader.inThread(one + "button[data-action=mute]").click();
    reader.inThread(one + "[data-muted]");
    reader.picture("muted");
    openPage();
    reader.inThread(one + "[data-muted]");
    reader.inThread(one + "button[data-action=unmute]").click();
    reader.articleWith("petrol station, yes");
    assertThat(reader.complaints()).isEmpty();
  }

  @Test
  void whatTwoReadersReportWaitsForAModeratorWhoSeesWhy() throws Exception {
    String text = "Saw it with my father";
    try (Browser second = stage.browser(1000, 900);
        Browser moderator = stage.browser(1200, 900)) {
      report(reader, text, "spam", "The same stands under every review.");
      String id = String.valueOf(reader.articleWith(text).getDomAttribute("data-comment"));
      report(second, text, "abuse", "");
      reader.pause(Duration.ofSeconds(1));
      assertThat(shows(reader, text)).as("two browsers of one address").isTrue();
      reportFrom("203.0.113.9", id);
      reader.await("it is gone", () -> !shows(reader, text));

      stage.signIn(moderator);
      WebElement card = moderator.cardWith(text);
      assertThat(card.getText())
          .contains(
              "reported by 3 readers: 1 abuse, 2 spam", "The same stands under every review.");
      moderator.picture("reported");
      card.findElement(By.cssSelector("button[data-action=approve]")).click();
      openReview();
      reader.await(
          "it is back",
          () -> {
            // It may come live, as a new one.
            reader.clickInThread("button[data-action=new]");
            return shows(reader, text);
          });
      assertThat(reader.complaints()).isEmpty();
      assertThat(moderator.complaints()).isEmpty();
    }
  }

  @Test
  void aReaderTakesTheirDataAlongAndHasItErased() {
    openReview();
    type("To be erased, with the like beside it.");
    send();
    reader.inThread("article[data-state=published]");
    reader.articleWith("petrol station, yes").findElement(By.cssSelector(".like")).click();
    reader.inThread("button[data-action=data]").click();
    WebElement panel = reader.inThread("[data-personal]");
    reader.scrollTo(panel);
    assertThat(reader.violations()).isEmpty();
    reader.inThread("button[data-action=download]").click();
    reader.await("the file", () -> says().contains("downloads"));
    reader.inThread("button[data-action=erase]").click();
    reader.await("asked", () -> panel.getText().contains("This erases 1 response for good."));
    reader.picture("erase");
    reader.inThread("button[data-action=erase-yes]").click();
    reader.await(
        "erased", () -> reader.inThread("[data-announcement]").getText().contains("being erased"));
    reader.await(
        "back at the button", () -> reader.isInFocus(reader.inThread("button[data-action=data]")));
    reader.await("it is gone", () -> !shows(reader, "To be erased"));
    openReview();
    assertThat(shows(reader, "To be erased")).isFalse();
    assertThat(reader.run("return Object.entries(localStorage).join()")).isEmpty();
    assertThat(reader.complaints()).isEmpty();
  }

  private String says() {
    return reader.inThread("[data-personal] [data-says]").getText();
  }

  private void report(Browser browser, String text, String reason, String added) {
    browser.open(stage.review());
    WebElement article = browser.articleWith(text);
    String one = "[data-comment='" + article.getDomAttribute("data-comment") + "'] ";
    article.findElement(By.cssSelector("button[data-action=menu]")).click();
    browser.inThread(one + "button[data-action=report]").click();
    browser.inThread("form[data-form=report] [value=" + reason + "]").click();
    browser.inThread("form[data-form=report] textarea").sendKeys(added);
    browser.picture("report");
    browser.inThread("form[data-form=report] button[type=submit]").click();
    browser.await("the form is gone", () -> browser.countInThread("form[data-form=report]") == 0);
  }

  /** As from somewhere else, which a proxy tells. */
  private void reportFrom(String address, String id) throws IOException {
    Servers api = new Servers(stage.platform().addresses().apis());
    Answer minted = api.send("POST", "/api/readers", Map.of(), null);
    Map<String, String> headers =
        Map.of(
            "Rejoinder-Reader", String.valueOf(minted.string("token")), "X-Forwarded-For", address);
    Answer report =
        api.send("POST", "/api/comments/" + id + "/reports", headers, Map.of("reason", "spam"));
    assertThat(report.status()).isEqualTo(202);
  }

  private static boolean shows(Browser browser, String text) {
    return browser.inThread("section").getText().contains(text);
  }

  @Test
  void tabsShareOneStreamAndAnotherTakesItOver() {
    reader.beforeEachPage(COUNT_STREAMS);
    openReview();
    reader.await("the stream", () -> streams() == 1);
    String first = reader.window();
    reader.newWindow();
    reader.beforeEachPage(COUNT_STREAMS);
    openReview();
    reader.pause(Duration.ofSeconds(1));
    assertThat(streams()).as("streams of the second tab").isZero();

    String second = reader.window();
    try (Browser writer = stage.browser(1000, 900)) {
      post(writer, "For both tabs.");
      reader.inThread("button[data-action=new]").click();
      reader.articleWith("For both tabs.");
      reader.switchTo(first);
      reader.inThread("button[data-action=new]").click();
      reader.articleWith("For both tabs.");

      reader.closeWindow();
      reader.switchTo(second);
      reader.await("the stream is taken over", () -> streams() == 1);
      post(writer, "For the one that is left.");
      reader.inThread("button[data-action=new]").click();
      reader.articleWith("For the one that is left.");
    }
  }

  private void post(Browser browser, String text) {
    browser.open(stage.review());
    browser.articleWith("petrol station, yes");
    browser.inThread(NEW_FORM + "[name=text]").sendKeys(text);
    WebElement name = browser.inThread(NEW_FORM + "[name=name]");
    name.clear();
    name.sendKeys("Noor");
    browser.inThread(NEW_FORM + "button[type=submit]").click();
  }

  private int streams() {
    return Integer.parseInt(reader.run("return window.streams.size"));
  }

  private void type(String text) {
    reader.inThread(NEW_FORM + "[name=name]").sendKeys("Ada Rook");
    reader.inThread(NEW_FORM + "[name=text]").sendKeys(text);
  }

  private void send() {
    reader.inThread(NEW_FORM + "button[type=submit]").click();
  }

  private static boolean covered(WebElement spoiler) {
    return !spoiler.findElement(By.cssSelector("span")).isDisplayed();
  }

  private void openReview() {
    openPage();
    reader.articleWith("petrol station, yes");
  }

  private void openPage() {
    reader.open(stage.review());
  }
}
