package io.rejoinder.events.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  private static final String DIGITS = "00112233445566778899aabbccddeeff";

  @Test
  void aCommentIdIsThirtyTwoHexadecimalDigits() {
    assertThat(new CommentId(DIGITS)).hasToString(DIGITS);
    assertThat(CommentId.wellFormed(DIGITS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00112233445566778899aabbccddeef",
        "00112233445566778899aabbccddeeff0",
        "00112233445566778899AABBCCDDEEFF",
        "00112233445566778899aabbccddeefg",
        "00112233445566778899aabbccddeeff\n",
        "٠٠112233445566778899aabbccddeeff",
      })
  void nothingElseIsACommentId(String text) {
    assertThat(CommentId.wellFormed(text)).isFalse();
    assertThatThrownBy(() -> new CommentId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("comment id of %d characters (expected: 32 hexadecimal digits)", text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "the-long-goodbye-1973", "-"})
  void aThreadIdIsLettersDigitsAndHyphens(String text) {
    assertThat(new ThreadId(text)).hasToString(text);
  }

  @Test
  void aThreadIdIsAtMostSixtyFourCharacters() {
    assertThat(new ThreadId("a".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new ThreadId("a".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thread id of 65 characters (expected: at most 64 of a-z, 0-9, -)");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "A", "a_b", "a/b", "é", "a\n"})
  void nothingElseIsAThreadId(String text) {
    assertThatThrownBy(() -> new ThreadId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theUnknownThreadIsEmpty() {
    assertThat(ThreadId.UNKNOWN.value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "3, 2"})
  void aSpanDoesNotRunBackwards(int start, int end) {
    assertThatThrownBy(() -> new Span(start, end))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("span: %d to %d (expected: 0 <= start <= end)", start, end);
  }
}
