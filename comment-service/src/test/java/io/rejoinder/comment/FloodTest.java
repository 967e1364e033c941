package io.rejoinder.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a flood meets, and whoever posts during one. */
class FloodTest {

  private static final String BODY = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}}";
  private static final int USUAL = 5;

  @Test
  void oneAddressGetsNoManyIdentitiesAndOneIdentityNoManyLikes() throws Exception {
    try (Platform platform =
        Platform.start(
            "rejoinder.comments.rate.enabled=true",
            "rejoinder.comments.rate.proxies=127.0.0.0/8",
            "rejoinder.comments.readers.burst=3",
            "rejoinder.comments.likes.burst=2",
            "rejoinder.comments.likes.address-burst=4")) {
      platform.openThread("film");
      platform.moderated(States.of(1, "film").approved(1, 1, "liked"));
      await()
          .atMost(Platform.BOUND)
          .until(() -> platform.get("/threads/film").body().contains("liked"));
      List<String> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        readers.add(Platform.json(mint(platform, 1)).get("token").asString());
      }
      HttpResponse<String> more = mint(platform, 1);
      Problems.check(more, 429, "too-many-requests");
      assertThat(more.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 31L);
      assertThat(mint(platform, 2).statusCode()).as("from elsewhere").isEqualTo(201);

      assertThat(like(platform, readers.get(0), 1).statusCode()).isEqualTo(202);
      assertThat(like(platform, readers.get(0), 2).statusCode()).isEqualTo(202);
      Problems.check(like(platform, readers.get(0), 3), 429, "too-many-requests");
      assertThat(like(platform, readers.get(1), 1).statusCode()).isEqualTo(202);
      assertThat(like(platform, readers.get(1), 1).statusCode()).isEqualTo(202);
      assertThat(like(platform, readers.get(2), 1).statusCode()).isEqualTo(202);
      Problems.check(like(platform, readers.get(2), 1), 429, "too-many-requests");
    }
  }

  private static HttpResponse<String> mint(Platform platform, int from) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/readers"))
            .header("X-Forwarded-For", "203.0.113." + from)
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private static HttpResponse<String> like(Platform platform, String reader, int from) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/comments/" + States.id(1).value() + "/like"))
            .header("X-Forwarded-For", "203.0.113." + from)
            .header("Rejoinder-Reader", reader)
            .PUT(HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void aFloodIsAskedForProofOfWorkThatServesOnceAndOnlyInItsThread() throws Exception {
    try (Platform platform =
        Platform.start(
            "rejoinder.comments.rate.enabled=true",
            "rejoinder.comments.rate.proxies=127.0.0.0/8",
            "rejoinder.comments.challenge.posts-per-minute=" + USUAL,
            "rejoinder.comments.challenge.work=1000")) {
      platform.openThread("film");
      platform.openThread("other");
      for (int i = 1; i <= USUAL; i++) {
        assertThat(platform.post("film", BODY, from(i)).statusCode()).isEqualTo(202);
      }
      HttpResponse<String> asked = platform.post("film", BODY, from(6));
      assertRefused(asked, "challenge-required");

      String answer = answer(asked);
      assertRefused(platform.post("other", BODY, from(6, answer)), "challenge-refused");
      assertThat(platform.post("film", BODY, from(6, answer)).statusCode()).isEqualTo(202);
      HttpResponse<String> again = platform.post("film", BODY, from(6, answer));
      assertRefused(again, "challenge-refused");
      HttpResponse<String> anew = platform.post("film", BODY, from(6, answer(again)));
      assertThat(anew.statusCode()).isEqualTo(202);

      HttpResponse<String> form = sendForm(platform, platform.uri("/threads/film"));
      assertThat(form.statusCode()).isEqualTo(428);
      assertThat(form.body()).contains("Kept</textarea>").contains("Many comments come in at once");
      String metrics = metrics(platform);
      assertThat(metrics).contains("rejoinder_challenge_needed 1.0");
      assertThat(metrics)
          .containsPattern(
              "rejoinder_submissions_refused_total\\{cause=\"challenge-refused\"\\} 2.0");
    }
  }

  private static String[] from(int last) {
    return new String[] {"X-Forwarded-For", "203.0.113." + last};
  }

  private static String[] from(int last, String answer) {
    return new String[] {"X-Forwarded-For", "203.0.113." + last, "Rejoinder-Challenge", answer};
  }

  private static void assertRefused(HttpResponse<String> refused, String slug) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(428);
    assertThat(refused.body()).contains("/problems/" + slug + "\"");
  }

  private static String answer(HttpResponse<String> asked) throws Exception {
    JsonNode challenge = Platform.json(asked).get("challenge");
    Altcha.Solution solution =
        Altcha.solveChallenge(
            challenge.get("challenge").asString(),
            challenge.get("salt").asString(),
            Altcha.Algorithm.SHA256,
            challenge.get("maxnumber").asLong(),
            0);
    String payload = ((ObjectNode) challenge).put("number", solution.number).toString();
    return Base64.getEncoder().encodeToString(payload.getBytes(UTF_8));
  }

  private static HttpResponse<String> sendForm(Platform platform, URI to) {
    return platform.send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "http://" + to.getAuthority())
            .POST(HttpRequest.BodyPublishers.ofString("text=Kept&name=Ada")));
  }

  private static String metrics(Platform platform) {
    return platform.send(HttpRequest.newBuilder(platform.actuator("/actuator/prometheus"))).body();
  }
}
