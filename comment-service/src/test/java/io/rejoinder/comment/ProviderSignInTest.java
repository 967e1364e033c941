package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.events.Topics;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Signing in at a provider of OpenID Connect, from the page and back to it. */
@ExtendWith(SharedPlatform.class)
class ProviderSignInTest {

  private static final String MARK = "m".repeat(43);
  private static final String MEMBERS = "https://members.example";

  private final Platform platform;
  private final TestProvider provider = SharedPlatform.PROVIDER;

  ProviderSignInTest(Platform platform) {
    this.platform = platform;
  }

  @BeforeEach
  void theProviderKnowsAda() {
    provider.says(it -> it.claim("name", "Ada Lovelace"));
    provider.saysOfUser("{}");
  }

  @Test
  void readersAreToldWhereTheyCanSignIn() {
    JsonNode settings =
        Platform.json(platform.get("/api/threads/members--night/comments")).get("settings");
    assertThat(settings.get("signIn").toString())
        .isEqualTo("[{\"id\":\"test\",\"name\":\"Test & Co\"}]");
  }

  @Test
  void whoSignsInAtAProviderPostsUnderTheNameThatItVouchesFor() {
    HttpResponse<String> left = leave("");
    assertThat(left.statusCode()).as(left.body()).isEqualTo(303);
    Map<String, String> asked = TestProvider.query(location(left));
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", TestProvider.CLIENT)
        .containsEntry("redirect_uri", "https://localhost/comments/sign-in/callback")
        .containsEntry("scope", "openid profile email")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    String cookie = left.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-rejoinder-sign-in=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=900");

    HttpResponse<String> page = back(left, cookie);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'sha256-");
    JsonNode handed = handed(page);
    assertThat(handed.get("to").asString()).isEqualTo(MEMBERS);
    assertThat(handed.get("says").get("rejoinder").asString()).isEqualTo(MARK);
    JsonNode session = handed.get("says").get("session");
    assertThat(session.get("name").asString()).isEqualTo("Ada Lovelace");
    assertThat(session.get("verified").asBoolean()).isTrue();

    HttpResponse<String> posted =
        platform.post(
            "members--night",
            "{\"text\":\"By a provider.\",\"page\":{\"address\":\"https://members.example/n\"}}",
            "Rejoinder-Reader",
            session.get("token").asString());
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
    assertThat(platform.events(Topics.COMMENTS_SUBMITTED).toString())
        .contains("name=Ada Lovelace")
        .contains(session.get("id").asString());
    assertThat(session().get("session").get("id"))
        .as("the same in every browser")
        .isEqualTo(session.get("id"));
  }

  @Test
  void aPageThatWasLeftForItIsComeBackTo() {
    HttpResponse<String> left = leave("&back=" + encoded(MEMBERS + "/night?a=1#top"));
    HttpResponse<String> page = back(left, left.headers().firstValue("Set-Cookie").orElseThrow());
    assertThat(page.statusCode()).isEqualTo(303);
    String address = location(page);
    String prefix = MEMBERS + "/night?a=1#rejoinder-signed-in=" + MARK + ".";
    assertThat(address).startsWith(prefix);
    byte[] session = Base64.getUrlDecoder().decode(address.substring(prefix.length()));
    assertThat(Json.mapper().readTree(session).get("name").asString()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aNameThatTheIdTokenLeavesOutIsAskedForAndHasToBeOfTheSameReader() {
    provider.says(UnaryOperator.identity());
    provider.saysOfUser("{\"sub\":\"ada\",\"nickname\":\"ada_l\"}");
    assertThat(session().get("session").get("name").asString()).isEqualTo("ada_l");
    provider.saysOfUser("{\"sub\":\"eve\",\"name\":\"Eve\"}");
    assertThat(session().has("session")).isFalse();
  }

  private JsonNode session() {
    HttpResponse<String> left = leave("");
    return handed(back(left, left.headers().firstValue("Set-Cookie").orElseThrow())).get("says");
  }

  @Test
  void aTokenThatIsNotOfThisSignInIsRefused() {
    Date past = Date.from(Instant.now().minusSeconds(3600));
    refused(it -> it.claim("nonce", "another"));
    refused(it -> it.audience("another"));
    refused(it -> it.issuer("https://evil.example"));
    refused(it -> it.expirationTime(past));
    refused(it -> it.audience(java.util.List.of(TestProvider.CLIENT, "another")));
    refused(it -> it.claim("azp", "another"));
    refused(it -> it.claim("name", "x".repeat(81)));
  }

  private void refused(UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> change) {
    provider.says(it -> change.apply(it.claim("name", "Ada")));
    HttpResponse<String> left = leave("");
    HttpResponse<String> page = back(left, left.headers().firstValue("Set-Cookie").orElseThrow());
    assertThat(page.statusCode()).as(page.body()).isEqualTo(403);
    assertThat(handed(page).get("says").toString()).isEqualTo("{\"rejoinder\":\"" + MARK + "\"}");
  }

  @Test
  void aProviderVouchesForNoNameOfTheStaff() {
    provider.says(it -> it.claim("name", "m0derator"));
    String path = "/sign-in/with/test?site=club&origin=https://club.example&mark=" + MARK;
    HttpResponse<String> left = platform.get(path);
    HttpResponse<String> page = back(left, left.headers().firstValue("Set-Cookie").orElseThrow());
    assertThat(page.statusCode()).isEqualTo(403);
  }

  @Test
  void aSignInThatAnotherBrowserBeganIsNotTaken() {
    HttpResponse<String> left = leave("");
    assertThat(back(left, null).statusCode()).isEqualTo(403);
    String other = "__Host-rejoinder-sign-in=" + "x".repeat(43);
    HttpResponse<String> page = back(left, other);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("postMessage");
  }

  @Test
  void whoSaysNoAtTheProviderComesBackAsAGuest() {
    HttpResponse<String> left = leave("");
    String cookie = left.headers().firstValue("Set-Cookie").orElseThrow();
    String state = TestProvider.query(location(left)).getOrDefault("state", "");
    HttpResponse<String> page =
        platform.send(
            HttpRequest.newBuilder(
                    platform.uri("/sign-in/callback?error=access_denied&state=" + state))
                .header("Accept-Language", "de")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("lang=\"de\"", "Die Anmeldung hat nicht geklappt");
    assertThat(handed(page).get("says").has("session")).isFalse();
  }

  @Test
  void nobodyIsSentOutForAPageThatIsNotTheSites() {
    String path = "/sign-in/with/test?site=members&mark=" + MARK + "&origin=";
    Problems.check(platform.get(path + "https://evil.example"), 403, "origin-refused");
    Problems.check(platform.get(path), 403, "origin-refused");
    Problems.check(
        platform.get(path + MEMBERS + "&back=" + encoded("https://evil.example/")),
        422,
        "invalid-request");
    Problems.check(
        platform.get("/sign-in/with/test?site=members&mark=x&origin=" + MEMBERS),
        422,
        "invalid-request");
    Problems.check(
        platform.get(
            "/sign-in/with/test?site=blog&mark=" + MARK + "&origin=" + SharedPlatform.BLOG),
        404,
        "no-sign-in");
    Problems.check(
        platform.get("/sign-in/with/nobody?site=members&mark=" + MARK + "&origin=" + MEMBERS),
        404,
        "no-sign-in");
  }

  private HttpResponse<String> leave(String more) {
    return platform.get(
        "/sign-in/with/test?site=members&origin=" + MEMBERS + "&mark=" + MARK + more);
  }

  /** What a browser does at the provider, and on its way back. */
  private HttpResponse<String> back(HttpResponse<String> left, @Nullable String cookie) {
    HttpResponse<String> at = platform.send(HttpRequest.newBuilder(URI.create(location(left))));
    String query = URI.create(location(at)).getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.uri("/sign-in/callback?" + query));
    if (cookie != null) {
      request.header("Cookie", cookie.split(";", 2)[0]);
    }
    return platform.send(request);
  }

  private static JsonNode handed(HttpResponse<String> page) {
    String begin = "<script type=\"application/json\">";
    int from = page.body().indexOf(begin) + begin.length();
    return Json.mapper().readTree(page.body().substring(from, page.body().indexOf("</script>")));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
