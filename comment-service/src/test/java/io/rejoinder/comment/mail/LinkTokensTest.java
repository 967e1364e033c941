package io.rejoinder.comment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LinkTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private static LinkTokens at(Instant now, int secret) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) secret;
    return new LinkTokens(
        Secret.of(Base64.getEncoder().encodeToString(bytes)), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void aTokenSaysWhatItIsForUntilItsTimeIsOver() {
    String token = at(NOW, 1).token("confirm", "a@b.example ü", Duration.ofHours(1));

    assertThat(at(NOW.plusSeconds(3600), 1).content("confirm", token)).contains("a@b.example ü");
    assertThat(at(NOW.plusSeconds(3601), 1).content("confirm", token)).isEmpty();
    assertThat(at(NOW, 1).content("stop", token)).isEmpty();
    assertThat(at(NOW, 2).content("confirm", token)).isEmpty();
  }

  @Test
  void aTokenWithoutAnEndHasNone() {
    String token = at(NOW, 1).token("stop", "x", null);

    assertThat(at(NOW.plus(Duration.ofDays(36_500)), 1).content("stop", token)).contains("x");
  }

  @Test
  void nothingIsReadOrChangedInAToken() {
    LinkTokens tokens = at(NOW, 1);
    String token = tokens.token("stop", "a@b.example", null);
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      String other = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThat(tokens.content("stop", other)).isEmpty();
    }
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("a@b");
    assertThat(tokens.content("stop", "")).isEmpty();
    assertThat(tokens.content("stop", "no token!")).isEmpty();
    assertThat(tokens.content("stop", "A".repeat(5000))).isEmpty();
  }
}
