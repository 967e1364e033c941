package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.moderation.text.Token;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final String LETTERS = "oieastnrk";
  private static final String LIKENESSES = "01345@$";
  private static final String LIKE = "oieasas";

  @Test
  void aWordIsFoundHoweverItIsDisguised() {
    Random random = new Random(11);
    for (int round = 0; round < 5000; round++) {
      String word = word(random, 4 + random.nextInt(6));
      String disguised = disguised(random, word);

      assertThat(in(Words.of(word), "so " + disguised + ", yes"))
          .as("%s as %s", word, disguised)
          .containsExactly(new Words.Match(word, 3, 3 + disguised.length()));
    }
  }

  @Test
  void anotherWordIsNotFoundWhateverItsSketch() {
    Random random = new Random(12);
    Words words = Words.of("casino\nstake on\npoker");
    for (int round = 0; round < 50_000; round++) {
      assertThat(in(words, word(random, 3 + random.nextInt(5)))).isEmpty();
    }
  }

  @Test
  void thePartsOfAPhraseMayBeDisguisedEach() {
    Words words = Words.of("taken stakes soon");

    assertThat(in(words, "on taken $t@kess s00n or"))
        .containsExactly(new Words.Match("taken stakes soon", 3, 21));
    assertThat(in(words, "taken stakes not so soon")).isEmpty();
    assertThat(in(words, "taken stakes")).isEmpty();
  }

  private static List<Words.Match> in(Words words, String canonical) {
    return words.in(canonical, Token.all(canonical));
  }

  /** Without runs, so that squeezing gives it back. */
  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    while (word.length() < length) {
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      if (word.isEmpty() || word.charAt(word.length() - 1) != letter) {
        word.append(letter);
      }
    }
    return word.toString();
  }

  private static String disguised(Random random, String word) {
    StringBuilder disguised = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        int like = LIKE.indexOf(letter);
        boolean swap = like >= 0 && random.nextBoolean();
        disguised.append(swap ? LIKENESSES.charAt(like) : letter);
      }
    }
    return disguised.toString();
  }
}
