package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rejoinder.system.client.Servers;
import io.rejoinder.system.platform.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Readers and a moderator in real browsers, each with a window of their own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {

  private static final String LINKS =
      "It is still on in four places: https://lantern.example/now https://rex.example/salt"
          + " https://atlas.example/week https://odeon.example/tonight";
  private static final String NEW_FORM = "form[data-form=new] ";
  private static final String REVIEW = "/reviews/the-salt-road";

  private static Platform platform;
  private static Path chromium;
  private static Path chromedriver;
  private Browser writer;
  private Browser other;

  @BeforeAll
  static void start() {
    Optional<Path> browser = TestSetup.onPath("chromium");
    Optional<Path> driver = TestSetup.onPath("chromedriver");
    assumeThat(browser).as("chromium on the PATH").isPresent();
    assumeThat(driver).as("chromedriver on the PATH").isPresent();
    chromium = browser.orElseThrow();
    chromedriver = driver.orElseThrow();
    platform = Platform.allInOne(TestSetup.of("browser"));
    platform.start("--import", TestSetup.export().toString());
    awaitTheImport();
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @BeforeEach
  void openTwoBrowsers() {
    writer = Browser.start(chromium, chromedriver, 1200, 900);
    other = Browser.start(chromium, chromedriver, 1200, 900);
  }

  @AfterEach
  void closeThem() {
    writer.close();
    other.close();
  }

  @Test
  @Order(1)
  void whatOnePostsTheOtherSeesLiveAndThePageStaysWhereItIs() {
    writer.open(platform.addresses().site());
    writer.find("a[href*='the-salt-road']");
    writer.picture("site");
    openReview(writer);
    openReview(other);
    WebElement read = other.articleWith("petrol station, yes");
    other.scrollTo(read);
    double before = other.topOf(read);

    String text = "The radio wins. I bought the same model on the way home, and it *works*.";
    post(writer, text);
    writer.articleWith("The radio wins.");

    WebElement arrived = other.inThread("button[data-action=new]");
    assertThat(other.topOf(read)).as("where the reader was").isCloseTo(before, within(2.0));
    arrived.click();
    arrived = other.articleWith("The radio wins.");
    assertThat(other.isInFocus(arrived)).as("the first new one is in focus").isTrue();
    other.scrollTo(arrived);
    other.picture("review");
    assertNoComplaints();
  }

  @Test
  @Order(2)
  void aHeldOneGoesThroughTheConsoleToEveryReader() {
    openReview(writer);
    openConsole(other);
    post(writer, LINKS);
    WebElement mine = writer.inThread("article[data-state=held]");
    assertThat(mine.findElement(css("[data-standing]")).getText()).isNotBlank();
    writer.scrollTo(mine);
    writer.picture("waiting");

    WebElement item = other.find("article[data-item][data-status=held]");
    assertThat(item.findElement(css("[data-why]")).getText()).contains("4 links");
    other.find("[data-count=held][data-value='1']");
    other.picture("console");
    item.findElement(css("button[data-action=approve]")).click();
    writer.inThread("article[data-state=published] a[href='https://lantern.example/now']");

    other.find("[data-toast=done] button[data-action=undo]").click();
    writer.inThread("article[data-state=held]");
    assertNoComplaints();
  }

  @Test
  @Order(3)
  void postingAndDecidingNeedNoMouse() {
    openReview(writer);
    writer.tabTo("form[data-form=new] [name=text]");
    writer.press(LINKS.replace("four places", "the same four places"));
    writer.tabTo("form[data-form=new] [name=name]");
    writer.press("Noor");
    writer.tabTo("form[data-form=new] button[type=submit]");
    writer.press(Keys.ENTER);
    writer.inThread("article[data-state=held]");

    other.open(platform.addresses().console());
    other.find("form[data-form=sign-in] [name=name]");
    other.tabTo("[name=name]");
    other.press(Platform.ADMINISTRATOR);
    other.tabTo("[name=password]");
    other.press(platform.administratorsPassword(), Keys.ENTER);
    other.find("article[data-item][aria-current]");
    other.await("the right one in hand", () -> isInHand("the same four places"));
    other.press("a");
    other.find("[data-toast=done]");
    writer.inThread("article[data-state=published] a[href='https://rex.example/salt']");
    other.press("u");
    writer.inThread("article[data-state=held]");
    assertNoComplaints();
  }

  @Test
  @Order(4)
  void aColleagueWithAnAccountOfTheirOwnSeesWhatAnotherDecides() {
    openConsole(other);
    other.find("button[data-action=accounts]").click();
    other.find("[data-accounts] [name=name]").sendKeys("Colleague");
    other.find("[data-form=account] button[type=submit]").click();
    String given = other.find("[data-opened] code").getText();
    other.find("[data-account-row=Colleague]");
    other.picture("accounts");
    other.press(Keys.ESCAPE);

    writer.open(platform.addresses().console());
    signIn(writer, "Colleague", given);
    writer.find("form[data-form=password] [name=current]").sendKeys(given);
    writer.find("form[data-form=password] [name=new]").sendKeys("a password of their own");
    writer.find("form[data-form=password] [name=repeat]").sendKeys("a password of their own");
    writer.find("form[data-form=password] button[type=submit]").click();
    writer.find("[data-connection=live]");
    String card = "article[data-item][data-status=held]";
    writer.find(card);

    other.find(card).findElement(css("button[data-action=approve]")).click();
    // The first on the list is in hand there: it stays, and says what was done.
    writer.await(
        "word of it",
        () ->
            writer
                .find("[data-notice]")
                .getText()
                .contains("Approved by " + Platform.ADMINISTRATOR));
    assertNoComplaints();
  }

  @Test
  @Order(5)
  void aRejectionIsLookedAtOnceMoreBySomebodyElseWhereItsAuthorAsks() {
    openReview(writer);
    openConsole(other);
    post(writer, LINKS.replace("four places", "these four places"));
    WebElement card = other.cardWith("these four places");
    card.findElement(css("button[data-action=reject]")).click();
    other.find("article[data-item] button[data-reason=off-topic]").click();
    writer.inThread("article[data-state=rejected] button[data-action=appeal]").click();
    writer
        .inThread("form[data-form=appeal] [name=text]")
        .sendKeys("They are the places that the review names.");
    writer.scrollTo(writer.inThread("form[data-form=appeal]"));
    writer.picture("appeal");
    writer.inThread("form[data-form=appeal] button[type=submit]").click();
    writer.inThread("article[data-state=rejected] [data-appeal=open]");

    other.find("[data-tab=rejected]").click();
    WebElement own = other.cardWith("these four places");
    other.find("article[data-item] [data-appeal=open]");
    assertThat(own.findElements(css("button[data-action=approve], button[data-action=reject]")))
        .as("it is for somebody else")
        .isEmpty();
    other.find("[data-count=appealed][data-value='0']");

    other.find("button[data-action=sign-out]").click();
    signIn(other, "Colleague", "a password of their own");
    other.find("[data-count=appealed][data-value='1']");
    other.find("[data-tab=appealed]").click();
    WebElement appealed = other.cardWith("these four places");
    assertThat(appealed.getText()).contains("They are the places that the review names.");
    other.picture("appealed");
    appealed.click();
    other.press("a");
    other.find("[data-toast=done]");
    writer.inThread("article[data-state=published] a[href='https://lantern.example/now']");
    assertNoComplaints();
  }

  @Test
  @Order(6)
  void aLikeIsCountedInPlaceForEveryReaderAndOutlivesAReload() {
    openReview(writer);
    openReview(other);
    likeButton(writer).click();
    writer.await("the like", () -> pressed(writer) && likes(writer).equals("1"));
    other.await("the count, live", () -> likes(other).equals("1"));
    assertThat(pressed(other)).isFalse();

    likeButton(other).click();
    writer.await("both", () -> likes(writer).equals("2"));
    openReview(writer);
    writer.await("it is remembered", () -> pressed(writer) && likes(writer).equals("2"));

    likeButton(writer).click();
    other.await("it is taken back", () -> likes(other).equals("1"));
    assertThat(pressed(other)).isTrue();
    assertNoComplaints();
  }

  private static WebElement likeButton(Browser browser) {
    return browser.articleWith("petrol station, yes").findElement(css("button[data-action=like]"));
  }

  private static boolean pressed(Browser browser) {
    return "true".equals(likeButton(browser).getDomAttribute("aria-pressed"));
  }

  private static String likes(Browser browser) {
    return likeButton(browser).findElement(css("[data-likes]")).getText();
  }

  private static void signIn(Browser browser, String name, String password) {
    browser.find("form[data-form=sign-in] [name=name]").sendKeys(name);
    browser.find("form[data-form=sign-in] [name=password]").sendKeys(password);
    browser.find("form[data-form=sign-in] button[type=submit]").click();
  }

  /** An import is done when all is sent: its pages come up a moment later. */
  private static void awaitTheImport() {
    Servers site = new Servers(platform.addresses().sites());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                site.get("/", Map.of()).text().contains("the-salt-road")
                    && site.get(REVIEW, Map.of()).text().contains("petrol station, yes"));
  }

  private static void openReview(Browser browser) {
    URI review = platform.addresses().site().resolve(REVIEW);
    browser.open(review);
    browser.articleWith("petrol station, yes");
  }

  private static void openConsole(Browser browser) {
    browser.open(platform.addresses().console());
    signIn(browser, Platform.ADMINISTRATOR, platform.administratorsPassword());
    browser.find("[data-connection=live]");
  }

  private static void post(Browser browser, String text) {
    browser.inThread(NEW_FORM + "[name=text]").sendKeys(text);
    WebElement name = browser.inThread(NEW_FORM + "[name=name]");
    name.clear();
    name.sendKeys("Noor");
    browser.inThread(NEW_FORM + "button[type=submit]").click();
  }

  /** Goes on to the next item where another one is in hand. */
  private boolean isInHand(String text) {
    if (other.find("article[data-item][aria-current] [data-text]").getText().contains(text)) {
      return true;
    }
    other.press("j");
    return false;
  }

  private static By css(String selector) {
    return By.cssSelector(selector);
  }

  private void assertNoComplaints() {
    assertThat(writer.complaints()).as("the writer's browser console").isEmpty();
    assertThat(other.complaints()).as("the other's browser console").isEmpty();
  }
}
