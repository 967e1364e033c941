package io.rejoinder.moderation.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

  private static TokenSecret of(int everyByte) {
    return TokenSecret.random(
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) everyByte);
          }
        });
  }

  /** Base 32 of 32 bytes of ones: 51 digits of five ones and one of the last. */
  @Test
  void secretIsAll256BitsInBase32() {
    assertThat(of(0).text()).isEqualTo("rj-" + "a".repeat(52));
    assertThat(of(0xff).text()).isEqualTo("rj-" + "7".repeat(51) + "q");
    assertThat(of(0b1000_0000).text()).startsWith("rj-qcaibaeaqcaib");
  }

  @Test
  void secretIsALabelOfAHostName() {
    SecureRandom random = new SecureRandom();
    assertThat(
            IntStream.range(0, 200)
                .mapToObj(i -> TokenSecret.random(random).text())
                .collect(Collectors.toSet()))
        .hasSize(200)
        .allSatisfy(
            text ->
                assertThat(text)
                    .matches("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])")
                    .isEqualTo(text.toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void whatCannotBeASecretIsNotLookedUp() {
    String good = of(0).text();
    assertThat(TokenSecret.read(good)).contains(of(0));
    for (String text :
        new String[] {"", "rj-", good + "a", "x" + good, good.toUpperCase(java.util.Locale.ROOT)}) {
      assertThat(TokenSecret.read(text)).as(text).isEmpty();
    }
    assertThatThrownBy(() -> new TokenSecret("of somebody"))
        .hasMessageContaining("length 11")
        .hasMessageNotContaining("somebody");
  }

  @Test
  void neitherTextNorHashIsSaidByAccident() {
    assertThat(of(0)).hasToString("TokenSecret");
    assertThat(of(0).hash()).matches("[0-9a-f]{64}").isNotEqualTo(of(1).hash());
    assertThat(of(0xff).lastFour()).isEqualTo("777q");
  }
}
