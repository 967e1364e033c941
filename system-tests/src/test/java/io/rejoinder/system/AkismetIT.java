package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Console;
import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sites that have asked Akismet until now: libraries of others, told of another host alone. */
class AkismetIT {

  private static final int HAM = 0;
  private static final int SPAM = 1;
  private static final int PERVASIVE = 2;

  private static Platform platform;
  private static JsonNode understood;

  @BeforeAll
  static void ask() throws Exception {
    platform = Platform.allInOne(TestSetup.of("akismet"));
    platform.start();
    Console console =
        new Console(
            platform.addresses().console(),
            Platform.ADMINISTRATOR,
            platform.administratorsPassword());
    Answer made = console.makeToken("A blog", List.of("akismet"));
    assertThat(made.status()).isEqualTo(201);
    understood = asked(made.body().path("secret").asString());
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  private static JsonNode asked(String key) throws IOException, InterruptedException {
    int port = platform.addresses().console().getPort();
    ProcessBuilder node = new ProcessBuilder("node", "ask.mjs", Integer.toString(port));
    node.directory(Path.of("akismet").toFile());
    node.environment().put("AKISMET_KEY", key);
    node.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = node.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
      return new JsonMapper().readTree(said);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void keyIsKnownInEveryPlaceAndAnotherIsNot() {
    JsonNode verify = understood.path("verify");
    for (String place : List.of("host", "field", "path")) {
      assertThat(verify.path(place).asBoolean(false)).as(place).isTrue();
    }
    assertThat(StreamSupport.stream(verify.path("wrong").spliterator(), false))
        .hasSize(3)
        .allSatisfy(wrong -> assertThat(wrong.asBoolean(true)).isFalse());
  }

  @Test
  void honestCommentIsHamAndSpamIsSpam() {
    JsonNode honest = understood.path("honest");
    assertThat(honest.path("host").asBoolean(true)).isFalse();
    assertThat(honest.path("field").asInt(-1)).isEqualTo(HAM);
    assertThat(honest.path("path").asInt(-1)).isEqualTo(HAM);
    JsonNode spam = understood.path("spam");
    assertThat(spam.path("host").asBoolean(false)).isTrue();
    assertThat(spam.path("field").asInt(-1)).isGreaterThanOrEqualTo(SPAM);
    assertThat(spam.path("path").asInt(-1)).isGreaterThanOrEqualTo(SPAM);
    assertThat(understood.path("pervasive").asInt(-1)).isEqualTo(PERVASIVE);
  }

  @Test
  void refusalsAreUnderstood() {
    assertThat(understood.path("refused").path("key").asString()).isEqualTo("Invalid API key");
    assertThat(understood.path("refused").path("missing").asString())
        .isEqualTo("Missing required field: user_ip.");
  }

  @Test
  void correctionsAreTakenWithThanksAndLearned() {
    String thanks = "Thanks for making the web a better place.";
    assertThat(understood.path("thanks").path("spam").asString()).isEqualTo(thanks);
    assertThat(understood.path("thanks").path("ham").asString()).isEqualTo(thanks);
    assertThat(understood.path("taught").path("before").asInt(-1)).isEqualTo(HAM);
    assertThat(understood.path("taught").path("after").asInt(-1)).isGreaterThanOrEqualTo(SPAM);
  }
}
