package io.rejoinder.comment.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.challenge.ChallengeProperties.Mode;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.events.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChallengesTest {

  private static final Secret SECRET = Secret.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

  private static Challenges challenges(Mode mode) {
    return challenges(mode, Clock.systemUTC());
  }

  private static Challenges challenges(Mode mode, Clock clock) {
    ChallengeProperties bounds =
        new ChallengeProperties(
            mode, 10, Duration.ofMinutes(5), 1_000, 8_000, Duration.ofMinutes(10), 100);
    return new Challenges(bounds, true, SECRET, clock);
  }

  private static void posts(Challenges challenges, int number) {
    for (int i = 0; i < number; i++) {
      challenges.came(request(null));
    }
  }

  private static ServerRequest request(@Nullable String answer) {
    MockServerHttpRequest.BaseBuilder<?> post = MockServerHttpRequest.post("/");
    if (answer != null) {
      post.header(Challenges.HEADER, answer);
    }
    return ServerRequest.create(MockServerWebExchange.from(post.build()), List.of());
  }

  private static ObjectNode asked(Challenges challenges, String thread) {
    Problem problem = challenges.check(request(null), thread).orElseThrow();
    assertThat(problem.type()).isEqualTo(ProblemType.CHALLENGE_REQUIRED);
    JsonNode challenge =
        Json.mapper().readTree(Json.bytes(Map.of("it", problem.more().get("challenge")))).get("it");
    return (ObjectNode) challenge;
  }

  private static String solved(ObjectNode challenge) throws Exception {
    Altcha.Solution solution =
        Altcha.solveChallenge(
            challenge.get("challenge").asString(),
            challenge.get("salt").asString(),
            Altcha.Algorithm.SHA256,
            challenge.get("maxnumber").asLong(),
            0);
    challenge.put("number", solution.number);
    return encoded(challenge);
  }

  private static String encoded(JsonNode payload) {
    return Base64.getEncoder().encodeToString(payload.toString().getBytes(UTF_8));
  }

  private static Optional<ProblemType> check(Challenges challenges, String answer, String thread) {
    return challenges.check(request(answer), thread).map(Problem::type);
  }

  @Test
  void anAnswerServesOnceForItsThreadOnEveryInstance() throws Exception {
    Challenges one = challenges(Mode.ALWAYS);
    String answer = solved(asked(one, "film"));

    assertThat(check(one, answer, "other")).contains(ProblemType.CHALLENGE_REFUSED);
    assertThat(check(one, answer, "film")).isEmpty();
    assertThat(check(one, answer, "film")).contains(ProblemType.CHALLENGE_REFUSED);
    assertThat(check(challenges(Mode.ALWAYS), answer, "film")).isEmpty();
  }

  @Test
  void whatIsWrongTooOldOrNoAnswerAtAllIsRefused() throws Exception {
    Challenges challenges = challenges(Mode.ALWAYS);
    ObjectNode challenge = asked(challenges, "film");
    String right = solved(challenge);
    String salt = challenge.get("salt").asString();

    challenge.put("number", challenge.get("number").asLong() + 1);
    ObjectNode older = challenge.deepCopy();
    older.put("salt", salt.replaceAll("expires=\\d+", "expires=1700000000"));
    ObjectNode shifted = challenge.deepCopy();
    String number = shifted.get("number").asString();
    shifted.put("salt", salt + number.substring(0, 1)).put("number", number.substring(1));
    for (String answer :
        List.of(
            encoded(challenge),
            encoded(older),
            encoded(shifted),
            "",
            "nonsense",
            "e30=",
            "x".repeat(5_000))) {
      assertThat(check(challenges, answer, "film")).contains(ProblemType.CHALLENGE_REFUSED);
    }
    assertThat(check(challenges, right, "film")).isEmpty();
  }

  @Test
  void anAnswerThatWasRightIsRefusedWhenItsTimeIsOver() throws Exception {
    Clock early = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-11));
    String answer = solved(asked(challenges(Mode.ALWAYS, early), "film"));
    assertThat(check(challenges(Mode.ALWAYS), answer, "film"))
        .contains(ProblemType.CHALLENGE_REFUSED);
  }

  @Test
  void whoAnswersIsCountedOnceAndWhoOnlySaysSoEachTime() throws Exception {
    Challenges challenges = challenges(Mode.AUTO);
    posts(challenges, 11);
    for (int i = 0; i < 8; i++) {
      posts(challenges, 1);
      String answer = solved(asked(challenges, "film"));
      challenges.came(request(answer));
      assertThat(check(challenges, answer, "film")).isEmpty();
    }
    assertThat(challenges.work()).as("19 posts").isEqualTo(1_000);
    for (int i = 0; i < 11; i++) {
      challenges.came(request("nonsense"));
      challenges.check(request("nonsense"), "film");
    }
    assertThat(challenges.work()).as("30 posts").isEqualTo(2_000);
    for (int i = 0; i < 10; i++) {
      challenges.came(request("nonsense"));
      challenges.turnedAway(request("nonsense"));
    }
    assertThat(challenges.work()).as("40 posts").isEqualTo(4_000);
  }

  @Test
  void aHeaderOfNoUseHidesNobodyFromTheAlarm() {
    Challenges challenges = challenges(Mode.AUTO);
    for (int i = 0; i < 11; i++) {
      challenges.came(request("nonsense"));
    }
    assertThat(challenges.needed()).isTrue();
  }

  @Test
  void itTurnsOnByItselfAndAsksForMoreTheMoreThereAre() {
    Challenges challenges = challenges(Mode.AUTO);
    assertThat(challenges.check(request(null), "film")).isEmpty();
    posts(challenges, 11);
    assertThat(asked(challenges, "film").get("maxnumber").asLong()).isEqualTo(1_000);
    posts(challenges, 30);
    assertThat(challenges.work()).isEqualTo(4_000);
    posts(challenges, 1_000);
    assertThat(challenges.work()).as("bounded").isEqualTo(8_000);
  }

  @Test
  void switchedOffItIsNeverAskedFor() {
    Challenges challenges = challenges(Mode.OFF);
    posts(challenges, 100);
    assertThat(challenges.check(request(null), "film")).isEmpty();
  }
}
