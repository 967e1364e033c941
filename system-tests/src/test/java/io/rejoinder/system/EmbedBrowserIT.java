package io.rejoinder.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.system.client.Console;
import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The example pages of {@code docs/examples/embed}, on a site of another origin. */
class EmbedBrowserIT {

  private static final String NEW_FORM = "form[data-form=new] ";

  private static Blog blog;
  private static Club club;
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
    club = Club.start();
    platform =
        Platform.allInOne(
            TestSetup.of("embed")
                .with(
                    Map.ofEntries(
                        Map.entry("REJOINDER_ACCOUNT_OIDC_ISSUER", club.issuer()),
                        Map.entry("REJOINDER_ACCOUNT_OIDC_CLIENTID", "rejoinder"),
                        Map.entry("REJOINDER_ACCOUNT_OIDC_CLAIM", "name"),
                        Map.entry("REJOINDER_ACCOUNT_OIDC_LABEL", "the club"),
                        Map.entry("REJOINDER_COMMENTS_CHALLENGE_MODE", "always"),
                        Map.entry("REJOINDER_COMMENTS_SITES_BLOG_ORIGINS", blog.origin()),
                        Map.entry(
                            "REJOINDER_COMMENTS_SITES_BLOG_SIGNIN_ISSUER", "https://blog.example"),
                        Map.entry("REJOINDER_COMMENTS_SITES_BLOG_SIGNIN_SECRET", Club.SECRET),
                        Map.entry("REJOINDER_COMMENTS_SITES_BLOG_PROVIDERS", "club"),
                        Map.entry("REJOINDER_COMMENTS_SIGNIN_PROVIDERS_CLUB_ISSUER", club.issuer()),
                        Map.entry("REJOINDER_COMMENTS_SIGNIN_PROVIDERS_CLUB_CLIENTID", "rejoinder"),
                        Map.entry("REJOINDER_COMMENTS_SITES_CLUB_ORIGINS", "https://club.example"),
                        Map.entry("REJOINDER_COMMENTS_SITES_CLUB_PREMODERATED", "true"))));
    platform.start();
  }

  @AfterAll
  static void stop() {
    if (blog != null) {
      blog.close();
    }
    if (club != null) {
      club.close();
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
  void whoSignsInOnThePageClaimsWhatTheyWroteAndNobodyElseTakesTheirName() {
    blog.takeCommentsFrom(platform.addresses().api().toString().replaceAll("/$", ""));
    String words = "The projector broke twice, and nobody minded.";
    openThread(writer, "claimed");
    openThread(other, "claimed");
    comment(words);

    writer.run(
        "document.querySelector('rejoinder-thread').token = arguments[0]",
        Club.tokenOfTheBlog("Noor Amrani"));
    assertThat(writer.inThread("[data-signed-in]").getText()).contains("Noor Amrani");
    writer.inThread("[data-action=claim]").click();
    other.await(
        "the badge",
        () -> {
          String said = other.articleWith(words).getText();
          return said.contains("Noor Amrani") && said.contains("Verified");
        });
    other.inThread(NEW_FORM + "[name=text]").sendKeys("I am somebody else.");
    other.inThread(NEW_FORM + "[name=name]").sendKeys("noor  amrani");
    other.inThread(NEW_FORM + "button[type=submit]").click();
    other.await(
        "the refusal",
        () -> other.inThread("[data-error=name]").getText().contains("belongs to a reader"));
    assertThat(writer.complaints()).isEmpty();
  }

  @Test
  void aModeratorSignsInAtTheProviderForAnAccountThatIsHere() throws IOException {
    other.open(platform.addresses().console());
    other.find("[data-action=provider]").click();
    other.await(
        "word of it", () -> other.find("[data-failure]").getText().contains("no open account"));
    Console administrator =
        new Console(
            platform.addresses().console(),
            Platform.ADMINISTRATOR,
            platform.administratorsPassword());
    administrator.openAccount("Vera Bolt");
    other.find("[data-action=provider]").click();
    other.find("[data-connection=live]");
    assertThat(other.find("[data-account]").getText()).isEqualTo("Vera Bolt");
    other.find("[data-page=security]").click();
    other.await(
        "how it was", () -> other.find("[data-session-row]").getText().contains("by provider"));
    other.find("button[data-action=sign-out]").click();
    other.find("[data-action=provider]");
  }

  @Test
  void whoSignsInAtAProviderWritesUnderTheNameThatItKnows() {
    blog.takeCommentsFrom(platform.addresses().api().toString().replaceAll("/$", ""));
    openThread(writer, "provided");
    writer.inThread("[data-provider=club]").click();
    assertThat(writer.inThread("[data-signed-in]").getText()).contains("Vera Bolt");
    String words = "The second half is the better one.";
    writer.inThread(NEW_FORM + "[name=text]").sendKeys(words);
    writer.inThread(NEW_FORM + "button[type=submit]").click();
    writer.inThread("article[data-state=published] .verified");
    assertThat(writer.articleWith(words).getText()).contains("Vera Bolt").contains("Verified");

    writer.open(blog.page("my-post.html"));
    assertThat(writer.inThread("[data-signed-in]").getText()).contains("Vera Bolt");
    writer.inThread("[data-action=sign-out]").click();
    writer.inThread("[data-provider=club]");
    assertThat(writer.complaints()).isEmpty();
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

  @Test
  void whereCommentsWaitForAModeratorSoDoEdits() throws IOException, InterruptedException {
    Console moderator =
        new Console(
            platform.addresses().console(),
            Platform.ADMINISTRATOR,
            platform.administratorsPassword());
    String body =
        """
        {"text": "A fine evening, and a fine film.", "author": {"name": "Noor"},
         "page": {"address": "https://club.example/evening", "title": "An evening"}}
        """;
    JsonNode kept = send("POST", "/api/threads/club--evening/comments", body, "");
    String id = kept.path("id").asString("");

    JsonNode item = held(moderator, id, 1);
    assertThat(item.path("threadTitle").asString("")).isEqualTo("An evening");
    assertThat(item.path("threadAddress").asString("")).isEqualTo("https://club.example/evening");
    assertThat(item.path("why").asString(""))
        .isEqualTo("Held: every comment of this thread waits for a moderator");
    assertThat(moderator.decide("club-1", item, null).status()).isEqualTo(200);
    String edit = "{\"text\": \"A finer evening than film.\", \"revision\": 1}";
    send("PUT", "/api/submissions/" + id, edit, kept.path("token").asString(""));
    assertThat(held(moderator, id, 2).path("shown").asBoolean(false)).isTrue();
  }

  private static JsonNode held(Console moderator, String id, int revision) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> item(moderator, id), item -> item.path("revision").asInt(0) == revision);
  }

  private static JsonNode item(Console moderator, String id) throws IOException {
    for (JsonNode item : moderator.queue("held", 100, null).body().path("items")) {
      if (item.path("id").asString("").equals(id)) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode send(String method, String path, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.addresses().api().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> answer = sent(request.build());
    if (answer.statusCode() == 428) {
      String proof = proof(JsonMapper.shared().readTree(answer.body()).path("challenge"));
      answer = sent(request.header("Rejoinder-Challenge", proof).build());
    }
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static HttpResponse<String> sent(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As any program answers a challenge, by what the API's document says of it. */
  private static String proof(JsonNode challenge) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String salt = challenge.path("salt").asString();
      byte[] wanted = HexFormat.of().parseHex(challenge.path("challenge").asString());
      long number = 0;
      while (!Arrays.equals(digest.digest((salt + number).getBytes(UTF_8)), wanted)) {
        number++;
      }
      String answer = ((ObjectNode) challenge).put("number", number).toString();
      return Base64.getEncoder().encodeToString(answer.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String css) {
    return other.find(css).getText();
  }

  private void commentAndSeeItLive(String page, String words) {
    writer.open(blog.page(page));
    other.open(blog.page(page));
    other.inThread("[data-phase=empty]");
    comment(words);
  }

  /** A thread of its own: others of this class begin with empty ones. */
  private static void openThread(Browser browser, String thread) {
    browser.open(blog.page("my-post.html"));
    browser.inThread("[data-provider=club]");
    browser.run("document.querySelector('rejoinder-thread').thread = arguments[0]", thread);
    browser.inThread("[data-phase=empty]");
    browser.inThread("[data-provider=club]");
  }

  private void comment(String words) {
    writer.inThread(NEW_FORM + "[name=text]").sendKeys(words);
    writer.inThread(NEW_FORM + "[name=name]").sendKeys("Noor");
    writer.inThread(NEW_FORM + "button[type=submit]").click();
    writer.inThread("article[data-state=published]");
    other.inThread("button[data-action=new]").click();
    other.articleWith(words);
  }
}
