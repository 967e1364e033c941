package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example pages of {@code docs/examples/embed}, on a site of another origin. */
class EmbedBrowserIT {

  private static final String NEW_FORM = "form[data-form=new] ";

  private static Blog blog;
  private static Platform platform;
  private static Path chromium;
  private static Path chromedriver;
  private Browser writer;
  private Browser other;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> browser = TestSetup.onPath("chromium");
    Optional<Path> driver = TestSetup.onPath("chromedriver");
    assumeThat(browser).as("chromium on the PATH").isPresent();
    assumeThat(driver).as("chromedriver on the PATH").isPresent();
    chromium = browser.orElseThrow();
    chromedriver = driver.orElseThrow();
    blog = Blog.start();
    platform =
        Platform.allInOne(
            TestSetup.of("embed")
                .with(Map.of("REJOINDER_COMMENTS_SITES_BLOG_ORIGINS", blog.origin())));
    platform.start();
  }

  @AfterAll
  static void stop() {
    if (blog != null) {
      blog.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @BeforeEach
  void openTwoBrowsers() {
    writer = Browser.start(chromium, chromedriver, 1000, 900);
    other = Browser.start(chromium, chromedriver, 1000, 900);
  }

  @AfterEach
  void closeThem() {
    writer.close();
    other.close();
  }

  @Test
  void twoLinesShowAThreadAndOneMoreItsCount() {
    blog.takeCommentsFrom(platform.addresses().api().toString().replaceAll("/$", ""));
    commentAndSeeItLive("my-post.html", "We queued in the rain, and it was worth it.");
    assertThat(writer.inThread("article [data-action=edit] [data-left]").getText())
        .matches("\\([0-5]:[0-5][0-9]\\)");

    other.open(blog.page("index.html"));
    other.await("the count", () -> text("[data-rejoinder-count=my-post]").equals("1 response"));
    assertThat(text("[data-rejoinder-count=other-post]")).isEqualTo("No responses");
    assertThat(writer.complaints()).isEmpty();
    assertThat(other.complaints()).isEmpty();
  }

  @Test
  void theSameWorksBehindAProxyWithTlsThatAddsAPath()
      throws IOException, GeneralSecurityException, InterruptedException {
    try (PrefixProxy proxy = new PrefixProxy(platform.addresses().api())) {
      blog.takeCommentsFrom(proxy.address());
      commentAndSeeItLive("other-post.html", "The second reel was the better one anyway.");
      assertThat(writer.complaints()).isEmpty();
      assertThat(other.complaints()).isEmpty();
    }
  }

  @Test
  void aPageOfAnotherOriginGetsNothingAndSaysSo() {
    blog.takeCommentsFrom(platform.addresses().api().toString().replaceAll("/$", ""));
    other.open(blog.pageUnderAnotherName("my-post.html"));
    assertThat(other.inThread("[data-phase=refused]").getText()).contains("not on the list");
    other.open(blog.pageUnderAnotherName("index.html"));
    assertThat(text("[data-rejoinder-count=my-post]")).isEqualTo("responses");
  }

  private String text(String css) {
    return other.find(css).getText();
  }

  private void commentAndSeeItLive(String page, String words) {
    writer.open(blog.page(page));
    other.open(blog.page(page));
    other.inThread("[data-phase=empty]");
    writer.inThread(NEW_FORM + "[name=text]").sendKeys(words);
    writer.inThread(NEW_FORM + "[name=name]").sendKeys("Noor");
    writer.inThread(NEW_FORM + "button[type=submit]").click();
    writer.inThread("article[data-state=published]");
    other.articleWith(words);
  }
}
