package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralTest {

  @Test
  void isFoundAtTheBeginningInTheMiddleAndAtTheEnd() {
    Literal literal = new Literal("\"by\"");

    assertThat(literal.in(bytes("\"by\":1"))).isTrue();
    assertThat(literal.in(bytes("{\"a\":\"é\",\"by\":1}"))).isTrue();
    assertThat(literal.in(bytes("{\"\"by\""))).isTrue();
    assertThat(literal.in(bytes("\"by"))).isFalse();
    assertThat(literal.in(bytes("{\"b\":\"y\"}"))).isFalse();
    assertThat(literal.in(bytes(""))).isFalse();
  }

  @Test
  void isNotFoundInATextThatQuotesIt() {
    byte[] value =
        EventCodec.json().writeValueAsBytes(Map.of("text", "she said \"moderator\" aloud"));

    assertThat(new Literal("\"moderator\"").in(value)).isFalse();
    assertThat(new Literal("moderator").in(value)).isTrue();
  }

  @Test
  void isFoundWhereAPlainSearchFindsIt() {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      String literal = letters(random, 1 + random.nextInt(4));
      String value = letters(random, random.nextInt(12));

      assertThat(new Literal(literal).in(bytes(value)))
          .as("%s in %s", literal, value)
          .isEqualTo(value.contains(literal));
    }
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(2)));
    }
    return letters.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
