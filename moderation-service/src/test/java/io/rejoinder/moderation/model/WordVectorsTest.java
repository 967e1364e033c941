package io.rejoinder.moderation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordVectorsTest {

  private static final WordVectors VECTORS =
      WordVectors.of(
          List.of("[CLS]", "film", "slow", "bad", "##ly", "co", "##p"),
          List.of(of(9), of(1), of(-127), of(3), of(2), of(4), of(5)));

  @Test
  void aWordIsAPieceOrIsCutIntoTheLongestOnes() {
    assertThat(pieces("Slow film, badly slow")).containsExactly(1, 0, 2, 3, 1);
  }

  @Test
  void aWordThatCannotBeCutSaysNothing() {
    assertThat(pieces("film badxly")).containsExactly(0);
  }

  @Test
  void aDisguiseIsReadThrough() {
    assertThat(pieces("s\u200Blow f1lm b a d l y")).containsExactly(1, 0, 2, 3);
  }

  @Test
  void wordsOfAnotherScriptAreNoPartsOfOurs() {
    assertThat(pieces("b\u0430dly")).containsExactly(2, 3);
    assertThat(pieces("\u0441\u043E\u0440")).isEmpty();
  }

  @Test
  void vectorsAreReadAgainAsTheyWereWritten() throws IOException {
    WordVectors read = WordVectors.read(VECTORS.write());

    assertThat(read.dot(1, new float[] {1})).isEqualTo(-127);
    assertThat(read.write()).isEqualTo(VECTORS.write());
    assertThat(read.version()).hasSize(8);
  }

  @Test
  void anotherFormatIsRefused() {
    assertThatThrownBy(() -> WordVectors.read(new byte[4]))
        .isInstanceOf(IOException.class)
        .hasMessage("format 0 (expected: 524a5631)");
  }

  private static int[] pieces(String text) {
    return VECTORS.of(text, Vocabulary.EMPTY);
  }

  private static float[] of(float value) {
    return new float[] {value};
  }
}
