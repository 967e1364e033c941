package io.rejoinder.review.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.AccountState.Role;
import io.rejoinder.events.account.OneTimeCodes;
import io.rejoinder.events.account.SecondFactor;
import io.rejoinder.review.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=review-service")
@AutoConfigureWebTestClient(timeout = "30s")
@Import(Parts.class)
class SiteIT {

  @Autowired KafkaOperations<byte[], byte[]> kafka;
  @Autowired WebTestClient web;
  @Autowired Secret secret;

  private Staff.Browser administrator() throws Exception {
    Staff.write(kafka, Staff.account("ada", 1, Role.ADMINISTRATOR, true));
    return Staff.signedIn(web, "ada");
  }

  private String page(WebTestClient client, String path) {
    return Objects.requireNonNull(
        client
            .get()
            .uri(path)
            .accept(MediaType.TEXT_HTML)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  @Test
  void everyPageForbidsWhatItDoesNotNeed() {
    web.get()
        .uri("/")
        .exchange()
        .expectHeader()
        .valueEquals(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self' http://localhost:8081; style-src 'self';"
                + " connect-src 'self' http://localhost:8081; img-src 'self' data:; form-action"
                + " 'self'; base-uri 'none'; frame-ancestors 'none'")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("X-Frame-Options", "DENY")
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache, private")
        .expectHeader()
        .doesNotExist("Set-Cookie");
  }

  @Test
  void noPageHoldsInlineScriptOrStyle() throws Exception {
    WebTestClient client = administrator().client();
    for (String path : new String[] {"/", "/sign-in", "/write", "/import", "/problems/not-found"}) {
      assertThat(page(client, path))
          .as(path)
          .doesNotContain("<style", " style=", "onclick", "javascript:")
          .doesNotContainPattern("<script(?![^>]* src=)");
    }
  }

  @Test
  void writtenReviewIsReadOnItsPageAndInTheList() throws Exception {
    WebTestClient client = administrator().client();

    String location =
        String.valueOf(
            client
                .post()
                .uri("/write")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(
                    BodyInserters.fromFormData("title", "The Long <Goodbye>")
                        .with("film", "The Long Goodbye (1973)")
                        .with("critic", "Mira Kovač")
                        .with("once", "a")
                        .with("text", "It *is*.\n\n<script>alert(1)</script>"))
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());

    assertThat(location).isEqualTo("/reviews/the-long-goodbye");
    assertThat(page(web, location))
        .contains("The Long &lt;Goodbye&gt;", "<em>is</em>", "Mira Kovač")
        .contains("<script type=\"module\" src=\"http://localhost:8081/widget/rejoinder.js\">")
        .containsPattern(
            "<rejoinder-thread thread=\"[0-9a-f]{32}\" api=\"http://localhost:8081\"[^>]*>")
        .contains("href=\"http://localhost:8081/threads/", "/feed\"", "https://schema.org/Review")
        .doesNotContain("alert(1)");
    assertThat(page(web, "/")).contains("href=\"/reviews/the-long-goodbye\"");
  }

  @Test
  void retriedPostIsTheSameReview() throws Exception {
    WebTestClient client = administrator().client();
    Map<String, String> review = Map.of("title", "Once", "critic", "Mira", "text", "Only once.");

    String first = post(client, review, HttpStatus.CREATED);
    String second = post(client, review, HttpStatus.OK);

    assertThat(second).isEqualTo(first).isEqualTo("/reviews/once");
  }

  private static String post(WebTestClient client, Object review, HttpStatus expected) {
    return String.valueOf(
        client
            .post()
            .uri("/api/reviews")
            .header("Idempotency-Key", "k1")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(review)
            .exchange()
            .expectStatus()
            .isEqualTo(expected)
            .expectBody()
            .returnResult()
            .getResponseHeaders()
            .getLocation());
  }

  @Test
  void badReviewIsRefusedFieldByField() throws Exception {
    administrator()
        .client()
        .post()
        .uri("/api/reviews")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("title", "x".repeat(301), "text", "t"))
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("/problems/invalid-review")
        .jsonPath("$.errors[0].field")
        .isEqualTo("title")
        .jsonPath("$.errors[0].value")
        .isEqualTo("length 301")
        .jsonPath("$.errors[0].bound")
        .isEqualTo("1..300")
        .jsonPath("$.errors[1].field")
        .isEqualTo("critic");
  }

  @Test
  void oddBodiesAreProblemsToo() throws Exception {
    WebTestClient client = administrator().client();
    for (String body : new String[] {"", "{", "[]", "\"x\"", "{\"title\":{}}"}) {
      client
          .post()
          .uri("/api/reviews")
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(body)
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("/problems/invalid-request");
    }
    client
        .post()
        .uri("/api/reviews")
        .contentType(MediaType.TEXT_PLAIN)
        .bodyValue("x")
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    client
        .post()
        .uri("/api/reviews")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("\"" + "x".repeat(1_100_000) + "\"")
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    client
        .put()
        .uri("/api/reviews/nobody/comments")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"open\":false}")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("/problems/unknown-review");
  }

  @Test
  void uploadIsImportedAndReported() throws Exception {
    WebTestClient client = administrator().client();
    String status =
        upload(
            client,
            new ClassPathResource(
                "odd-export.xml", io.rejoinder.review.importing.WordPressImport.class));

    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(page(client, status)).contains("The import is complete."));
    assertThat(page(client, status))
        .contains("not published there (status draft)", "comment 2", "a pingback, not a comment");
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(page(web, "/reviews/stalker"))
                    .contains("Mira Kovač", "<p>First paragraph<br>with a line break.</p>"));
    assertThat(page(web, "/")).doesNotContain("secret");
  }

  @Test
  void brokenUploadIsRefusedWithTheLine() throws Exception {
    WebTestClient client = administrator().client();
    String status =
        upload(
            client,
            new ByteArrayResource(
                "<rss>\n<channel>\n</rss>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(page(client, status)).contains("Nothing was imported.", "line 3"));
  }

  private static String upload(WebTestClient client, Resource file) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    body.part("file", file).filename("export.xml");
    return String.valueOf(
        Awaitility.await()
            .atMost(java.time.Duration.ofSeconds(30))
            .until(
                () ->
                    client
                        .post()
                        .uri("/import")
                        .body(BodyInserters.fromMultipartData(body.build()))
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getLocation(),
                Objects::nonNull));
  }

  @Test
  void wrongPasswordsLockTheAccount() throws Exception {
    Staff.write(kafka, Staff.account("lou", 1, Role.ADMINISTRATOR, true));
    Staff.signedIn(web, "lou");
    Staff.Browser browser = Staff.Browser.open(web);

    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn("lou", "wrong " + i)).isEqualTo("/sign-in?refused=wrong");
    }

    assertThat(browser.signIn("LOU ", Staff.PASSWORD)).isEqualTo("/sign-in?refused=locked");
    assertThat(page(web, "/sign-in?refused=locked")).contains("Too many attempts");
  }

  @Test
  void accountThatAsksForCodesIsNotOpenedByItsPasswordAlone() throws Exception {
    String key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    SecondFactor factor = new SecondFactor(new Sealer(secret).seal(key), List.of(), Instant.now());
    AccountState before = Staff.account("cora", 1, Role.ADMINISTRATOR, true);
    Staff.write(kafka, before);
    Staff.signedIn(web, "cora");
    Staff.write(kafka, before.next(factor, Instant.now()));
    Staff.Browser browser = Staff.Browser.open(web);
    Awaitility.await("the code")
        .atMost(Duration.ofSeconds(20))
        .until(() -> "/sign-in?refused=code".equals(browser.signIn("cora", Staff.PASSWORD)));
    assertThat(page(web, "/sign-in?refused=code")).contains("asks for a code");

    assertThat(browser.signIn("cora", Staff.PASSWORD, "", "1")).isEqualTo("/sign-in?refused=wrong");
    long step = Instant.now().getEpochSecond() / OneTimeCodes.STEP.toSeconds();
    String code = OneTimeCodes.at(key, step);
    assertThat(browser.signIn("cora", Staff.PASSWORD, "", code)).isEqualTo("/");
    assertThat(Staff.Browser.open(web).signIn("cora", Staff.PASSWORD, "", code))
        .as("a second time")
        .isEqualTo("/sign-in?refused=wrong");
  }

  @Test
  void strangerIsLedOnToWhatWasWantedAndNowhereElse() throws Exception {
    Staff.write(kafka, Staff.account("uma", 1, Role.ADMINISTRATOR, true));
    Staff.signedIn(web, "uma");
    web.get()
        .uri("/write")
        .exchange()
        .expectStatus()
        .isSeeOther()
        .expectHeader()
        .location("/sign-in?then=/write");
    assertThat(page(web, "/sign-in?then=/write")).contains("name=\"then\" value=\"/write\"");

    Staff.Browser browser = Staff.Browser.open(web);
    assertThat(browser.signIn("uma", Staff.PASSWORD, "/write")).isEqualTo("/write");
    Staff.Browser another = Staff.Browser.open(web);
    assertThat(another.signIn("uma", Staff.PASSWORD, "https://evil.example")).isEqualTo("/");
  }

  @Test
  void signedOutIsOut() throws Exception {
    Staff.Browser browser = administrator();
    WebTestClient client = browser.client();
    client.post().uri("/sign-out").exchange().expectStatus().isFound();

    client.get().uri("/write").exchange().expectStatus().isSeeOther();
  }

  @Test
  void missingPageIsAPageForPeopleAndAProblemForPrograms() {
    assertThat(
            web.get()
                .uri("/reviews/none")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody())
        .contains("There is nothing at this address.", "<link rel=\"stylesheet\"");
    web.get()
        .uri("/reviews/none")
        .accept(MediaType.APPLICATION_JSON)
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.NOT_ACCEPTABLE)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("/problems/not-acceptable");
    web.get().uri("/?after=junk").exchange().expectStatus().isNotFound();
  }
}
