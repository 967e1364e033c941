package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** What a site does that asks as it would ask Akismet, as steps of a test. */
final class AkismetJourney {

  static final String HONEST =
      "I never noticed the mirror in the second act. I will watch it again tonight with my sister.";
  private static final String SPAM =
      "Cheap viagra online no prescription, best casino bonus, click here http://best-pills.test/buy";
  static final String RAFFLE = "Our raffle tickets unlock tonight, write to us for a lucky number.";
  private static final String THANKS = "Thanks for making the web a better place.";
  private static final String HELP = "X-akismet-debug-help";

  private final WebClient http;
  private final String key;

  AkismetJourney(String address, String key) {
    this.http = WebClient.create(address);
    this.key = key;
  }

  private ResponseEntity<String> post(String path, String host, Map<String, String> fields) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    fields.forEach(form::add);
    return http.post()
        .uri(path)
        .headers(headers -> headers.set("Host", host))
        .body(BodyInserters.fromFormData(form))
        .exchangeToMono(response -> response.toEntity(String.class))
        .switchIfEmpty(Mono.error(new AssertionError("no answer")))
        .blockOptional(Duration.ofSeconds(20))
        .orElseThrow();
  }

  private int status(String form) {
    return http.post()
        .uri("/1.1/comment-check")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue(form)
        .exchangeToMono(response -> Mono.just(response.statusCode().value()))
        .blockOptional(Duration.ofSeconds(20))
        .orElseThrow();
  }

  private ResponseEntity<String> call(String call, String... more) {
    Map<String, String> fields =
        new java.util.HashMap<>(
            Map.of(
                "api_key", key,
                "blog", "https://blog.example/",
                "user_ip", "192.0.2.7",
                "permalink", "https://blog.example/a-post",
                "comment_author", "Anna"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return post("/1.1/" + call, "rest.example", fields);
  }

  private static String header(ResponseEntity<String> answer, String name) {
    return String.valueOf(answer.getHeaders().getFirst(name));
  }

  /** A key is taken in every place that clients say it in, and nothing else is. */
  void keyIsFoundWhereverClientsSayIt(String ofAnotherScope) {
    Map<String, String> blog = Map.of("blog", "https://blog.example/");
    assertThat(post("/1.1/verify-key", key + ".rest.example:8082", blog).getBody())
        .isEqualTo("valid");
    assertThat(post("/" + key + "/1.1/verify-key", "rest.example", blog).getBody())
        .isEqualTo("valid");
    for (String field : new String[] {"key", "api_key"}) {
      Map<String, String> fields = Map.of("blog", "https://blog.example/", field, key);
      assertThat(post("/1.1/verify-key", "rest.example", fields).getBody()).isEqualTo("valid");
    }
    for (String bad : new String[] {ofAnotherScope, "0123456789ab", key + "x"}) {
      ResponseEntity<String> answer =
          post("/1.1/verify-key", "rest.example", Map.of("blog", "b", "key", bad));
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(200));
      assertThat(answer.getBody()).isEqualTo("invalid");
      assertThat(header(answer, HELP)).contains("no token").doesNotContain(bad);
    }
    assertThat(post("/1.1/verify-key", "rest.example", blog).getBody())
        .isEqualTo("Missing required field: api_key.");
    assertThat(post("/1.1/verify-key", "rest.example", Map.of("key", key)).getBody())
        .isEqualTo("Missing required field: blog.");
  }

  /** By the screens and thresholds in force. */
  void commentsAreJudged() {
    ResponseEntity<String> honest = call("comment-check", "comment_content", HONEST);
    assertThat(honest.getBody()).isEqualTo("false");
    assertThat(header(honest, "X-akismet-guid")).hasSize(36);
    assertThat(header(honest, "Content-Type")).startsWith("text/plain");
    assertThat(
            call(
                    "comment-check",
                    "comment_content",
                    HONEST,
                    "comment_author_url",
                    "https://anna.example/")
                .getBody())
        .isEqualTo("false");
    assertThat(call("comment-check", "comment_content", SPAM).getBody()).isEqualTo("true");
    ResponseEntity<String> certain =
        call(
            "comment-check",
            "comment_content",
            SPAM,
            "comment_author",
            "Best SEO",
            "hidden_honeypot_field",
            "filled");
    assertThat(certain.getBody()).isEqualTo("true");
    assertThat(header(certain, "X-akismet-pro-tip")).isEqualTo("discard");
    assertThat(call("comment-check", "comment_author", "akismet-guaranteed-spam").getBody())
        .isEqualTo("true");
    assertThat(
            call("comment-check", "comment_content", SPAM, "user_role", "administrator").getBody())
        .isEqualTo("false");
  }

  void whatIsMissingOrTooMuchIsSaid() {
    ResponseEntity<String> nobody = call("comment-check", "user_ip", "");
    assertThat(nobody.getBody()).isEqualTo("Missing required field: user_ip.");
    assertThat(header(nobody, HELP)).isEqualTo("Missing required field: user_ip.");
    ResponseEntity<String> long20k = call("comment-check", "comment_content", "x".repeat(20_001));
    assertThat(header(long20k, HELP)).contains("20001").contains("20000");
    assertThat(call("comment-check", "comment_content", "x".repeat(66_000)).getStatusCode().value())
        .isEqualTo(413);
    assertThat(call("get-subscription").getStatusCode().value()).isEqualTo(404);
    assertThat(status("blog=%zz")).isEqualTo(400);
  }

  /** Twelve comments of a name in a minute are too many, but those that only try are none. */
  void tryingLeavesNoTrace() {
    for (int i = 0; i < 15; i++) {
      assertThat(tried(i, "is_test", "1")).as("test %d", i).isEqualTo("false");
    }
    assertThat(tried(15, "is_test", "0")).isEqualTo("false");
    String last = "";
    for (int i = 16; i < 40; i++) {
      last = tried(i, "is_test", "0");
    }
    assertThat(last).isEqualTo("true");
  }

  /** Says of a comment that it is spam, twice, and then that it is not; and tries to, once. */
  void verdictsAreCorrected() {
    for (String call : new String[] {"submit-spam", "submit-spam", "submit-ham"}) {
      assertThat(call(call, "comment_content", RAFFLE).getBody()).isEqualTo(THANKS);
    }
    assertThat(call("submit-spam", "comment_content", HONEST, "is_test", "1").getBody())
        .isEqualTo(THANKS);
    assertThat(call("submit-spam", "user_ip", "").getBody())
        .isEqualTo("Missing required field: user_ip.");
  }

  private String tried(int number, String... more) {
    String[] fields = {
      "comment_author",
      "Trudy",
      "user_ip",
      "198.51.100.9",
      "comment_content",
      "Scene " + number + " is the one that I liked best of them all, by far.",
      more[0],
      more[1]
    };
    return String.valueOf(call("comment-check", fields).getBody());
  }
}
