package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.identity.SignedTokens;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.Submit;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Readers for whom the site's own server vouches. */
@ExtendWith(SharedPlatform.class)
class SignInTest {

  private static final String BODY =
      "{\"text\":\"Fine.\",\"author\":{\"name\":\"Not me\",\"email\":\"not@me.example\"},"
          + "\"page\":{\"address\":\"https://members.example/night\"}}";

  private final Platform platform;

  SignInTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void whoIsSignedInPostsWhereGuestsMayNotUnderTheNameThatIsVouchedFor() {
    JsonNode reader = signedIn("ada", "Ada Lovelace");
    JsonNode again = signedIn("ada", "Ada King");

    assertThat(reader.get("name").asString()).isEqualTo("Ada Lovelace");
    assertThat(reader.get("verified").asBoolean()).isTrue();
    assertThat(Instant.parse(reader.get("expiresAt").asString())).isAfter(Instant.now());
    assertThat(again.get("id")).as("the same in every browser").isEqualTo(reader.get("id"));
    assertThat(signedIn("eve", "Eve").get("id")).isNotEqualTo(reader.get("id"));

    HttpResponse<String> posted = post("members--night", reader.get("token").asString());
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
    Submit submit = submit(Platform.json(posted).get("id").asString());
    assertThat(submit.author().name()).isEqualTo("Ada Lovelace");
    assertThat(submit.author().verified()).isEqualTo(true);
    assertThat(submit.author().reader()).isEqualTo(reader.get("id").asString());
    assertThat(submit.author().email())
        .satisfies(
            email ->
                assertThat(new Sealer(Platform.secret()).open(email))
                    .isEqualTo("ada@king.example"));
  }

  @Test
  void theBadgeIsSeenByEveryReader() throws InterruptedException {
    platform.openThread("badge");
    String cursor = page("badge").get("cursor").asString();
    try (EventStream stream = platform.stream("/api/threads/badge/stream?after=" + cursor)) {
      States ada = States.of(9901, "badge").verified();
      platform.moderated(ada.approved(1), States.of(9902, "badge").approved(1));
      JsonNode author = stream.next().data().get("author");
      assertThat(author.toString()).isEqualTo("{\"name\":\"Ada\",\"verified\":true}");
    }
    await().atMost(Platform.BOUND).until(() -> page("badge").get("count").asInt() == 2);
    JsonNode comments = page("badge").get("comments");
    assertThat(comments.get(0).get("author").toString())
        .isEqualTo("{\"name\":\"Ada\",\"verified\":true}");
    assertThat(comments.get(1).get("author").toString()).isEqualTo("{\"name\":\"Ada\"}");
    assertThat(platform.get("/threads/badge").body())
        .containsOnlyOnce("<span class=\"rj-verified\">Verified</span>");
    assertThat(platform.events(Topics.COMMENTS_PUBLISHED))
        .filteredOn(it -> it.key().equals(States.id(9901).value()))
        .singleElement()
        .isInstanceOfSatisfying(
            CommentPublished.class, it -> assertThat(it.verified()).isEqualTo(true));
  }

  @Test
  void aGuestCannotTakeTheNameOfTheStaffOrOfAVerifiedReader() throws JOSEException {
    taken("Neil  McCauley", "one that is not of the staff");
    taken("\u041coderator", "one that is not of the staff");
    assertThat(guest("club--names", "Ada").statusCode()).isEqualTo(202);

    platform.moderated(States.of(9911, "club--names").verified().held(1));
    await().atMost(Platform.BOUND).until(() -> guest("club--names", "Ada").statusCode() == 422);
    taken("\u0410D\u200bA", "one that no verified reader has");
    assertThat(guest("club--names", "Eve").statusCode()).isEqualTo(202);
    assertThat(guest("strict--names", "Ada").statusCode())
        .as("the name is verified for its site")
        .isEqualTo(202);
    String token = session("club", signed(it -> it)).get("token").asString();
    String body = BODY.replace("members", "club");
    assertThat(platform.post("club--names", body, "Rejoinder-Reader", token).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aNameOfTheStaffIsForWhomTheSitesServerCallsStaff() throws JOSEException {
    JsonNode problem =
        Problems.check(
            exchange("club", signed(it -> it.claim("name", "Moderator"))), 403, "sign-in-refused");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("token.name");
    String staff = signed(it -> it.claim("name", "Moderator").claim("staff", true));
    assertThat(session("club", staff).get("name").asString()).isEqualTo("Moderator");
  }

  private void taken(String name, String bound) {
    JsonNode error =
        Problems.check(guest("club--names", name), 422, "invalid-comment").get("errors").get(0);
    assertThat(error.get("field").asString()).isEqualTo("author.name");
    assertThat(error.get("value").asString()).isEqualTo("taken");
    assertThat(error.get("bound").asString()).isEqualTo(bound);
  }

  private HttpResponse<String> guest(String thread, String name) {
    String site = thread.substring(0, thread.indexOf('-'));
    return platform.post(
        thread,
        "{\"text\":\"Hello.\",\"author\":{\"name\":\"%s\"},\"page\":{\"address\":\"https://%s.example/n\"}}"
            .formatted(name, site));
  }

  private JsonNode session(String site, String token) {
    HttpResponse<String> answer = exchange(site, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Platform.json(answer);
  }

  private JsonNode page(String thread) {
    return Platform.json(platform.get("/api/threads/" + thread + "/comments?sort=oldest"));
  }

  @Test
  void aSignInCountsForItsSiteAlone() {
    String token = signedIn("ada", "Ada").get("token").asString();

    Problems.check(post("film", token), 403, "reader-refused");
    Problems.check(post("members--night", token + "x"), 403, "reader-refused");
    Problems.check(platform.post("members--night", BODY), 403, "guests-refused");
  }

  @Test
  void whenASignInIsOverItSaysSo() {
    String token =
        platform
            .part(SignedTokens.class)
            .issue(
                new SignedIn(
                    "A".repeat(22), "members", "Ada", null, Instant.now().minusSeconds(1)));

    Problems.check(post("members--night", token), 401, "sign-in-over");
  }

  @Test
  void eachRefusalNamesThePartAndItsMeasureAndNeverTheToken() throws JOSEException {
    Date past = Date.from(Instant.now().minusSeconds(600));
    Date future = Date.from(Instant.now().plusSeconds(600));
    refused(
        signed(it -> it.expirationTime(Date.from(Instant.now().minusSeconds(90)))), "token.exp");
    refused(signed(it -> it.expirationTime(null)), "token.exp");
    refused(signed(it -> it.notBeforeTime(future)), "token.nbf");
    refused(signed(it -> it.issueTime(future)), "token.iat");
    refused(signed(it -> it.issueTime(Date.from(past.toInstant().minusSeconds(60)))), "token.iat");
    refused(signed(it -> it.issuer("https://evil.example")), "token.iss");
    refused(signed(it -> it.audience("another")), "token.aud");
    refused(signed(it -> it.subject(null)), "token.sub");
    refused(signed(it -> it.subject("a\nb")), "token.sub");
    refused(signed(it -> it.claim("name", 7)), "token.name");
    refused(signed(it -> it.claim("name", "x".repeat(81))), "token.name");
    refused(signed(it -> it.claim("name", "\u202e ")), "token.name");
    refused("nonsense", "token");
    refused("", "token");
    refused("x".repeat(9000), "token");
    refused(new PlainJWT(claims(it -> it)).serialize(), "token");
    refused(
        token(JWSAlgorithm.HS256, "another-secret-of-32-bytes-or-more", claims(it -> it)),
        "token.signature");
    refused(
        token(
            JWSAlgorithm.HS384,
            SharedPlatform.MEMBERS_SECRET + "-longer-than-48",
            claims(it -> it)),
        "token.alg");
  }

  private void refused(String token, String field) {
    HttpResponse<String> answer = exchange("members", token);
    JsonNode problem = Problems.check(answer, 403, "sign-in-refused");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
    if (!token.isEmpty()) {
      assertThat(answer.body()).doesNotContain(token).doesNotContain("evil.example");
    }
  }

  @Test
  void aSiteWithoutOneHasNoSignInAndAnotherSitesPageMayNotAsk() throws JOSEException {
    String token = signed(it -> it);
    Problems.check(exchange("blog", token), 404, "no-sign-in");
    Problems.check(exchange("nowhere", token), 404, "no-sign-in");
    Problems.check(
        exchange("members", token, "Origin", SharedPlatform.BLOG), 403, "origin-refused");
    assertThat(exchange("members", token, "Origin", "https://members.example").statusCode())
        .isEqualTo(201);
  }

  private JsonNode signedIn(String subject, String name) {
    try {
      HttpResponse<String> answer =
          exchange("members", signed(it -> it.subject(subject).claim("name", name)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      return Platform.json(answer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> exchange(String site, String token, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.uri("/api/readers/signed-in"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"site\":\"%s\",\"token\":\"%s\"}".formatted(site, token)));
    return platform.send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> post(String thread, String token) {
    return platform.post(thread, BODY, "Rejoinder-Reader", token);
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return token(JWSAlgorithm.HS256, SharedPlatform.MEMBERS_SECRET, claims(change));
  }

  private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    Instant now = Instant.now();
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer("https://members.example")
                .audience("rejoinder")
                .subject("ada")
                .claim("name", "Ada")
                .claim("email", "ada@king.example")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300))))
        .build();
  }

  private static String token(JWSAlgorithm algorithm, String secret, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
    jwt.sign(new MACSigner(secret));
    return jwt.serialize();
  }

  private Submit submit(String id) {
    return platform.events(Topics.COMMENTS_SUBMITTED).stream()
        .filter(event -> event.key().equals(id))
        .map(Submit.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
