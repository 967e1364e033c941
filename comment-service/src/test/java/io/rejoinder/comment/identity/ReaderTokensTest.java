package io.rejoinder.comment.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTokensTest {

  private final ReaderTokens tokens = new ReaderTokens(Platform.secret());

  @Test
  void aTokenProvesItsIdAndNoOther() {
    ReaderTokens.Reader one = tokens.mint();
    ReaderTokens.Reader other = tokens.mint();

    assertThat(one.id()).hasSize(22).isNotEqualTo(other.id());
    assertThat(tokens.idOf(one.token())).contains(one.id());
    assertThat(tokens.idOf(other.id() + one.token().substring(22))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "é", "AAAAAAAAAAAAAAAAAAAAAA."})
  void whatWasNotSignedHereIsRefused(String token) {
    assertThat(tokens.idOf(token)).isEmpty();
    assertThat(tokens.idOf(token + "A".repeat(Math.max(0, 66 - token.length())))).isEmpty();
  }
}
