package io.rejoinder.events.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorKeysTest {

  private static final String ADDRESS = "0123456789abcdef0123456789abcdef";

  @Test
  void surestKeyComesFirstAndTellsNoName() {
    List<String> keys = AuthorKeys.of("r1", "e1", ADDRESS, "Neil McCauley");
    assertThat(keys).hasSize(4).allMatch(AuthorKeys::isKey);
    assertThat(keys.get(0)).isEqualTo("reader/r1");
    assertThat(keys.get(1)).isEqualTo("email/e1");
    assertThat(keys.get(2)).matches("guest/[0-9a-f]{32}");
    assertThat(keys.get(3)).isEqualTo("address/" + ADDRESS);
    assertThat(String.join(" ", keys)).doesNotContainIgnoringCase("neil");
  }

  @Test
  void guestIsTheSameHoweverTheNameIsWritten() {
    assertThat(AuthorKeys.of(null, null, ADDRESS, " neil ").get(0))
        .isEqualTo(AuthorKeys.of(null, null, ADDRESS, "Neil").get(0))
        .isNotEqualTo(AuthorKeys.of(null, null, ADDRESS, "Vincent").get(0));
    assertThat(AuthorKeys.of(null, null, null, "Neil")).isEmpty();
  }

  @Test
  void whatIsNoKeyIsTold() {
    assertThat(List.of("reader/", "name/x", "reader/a b", "reader/" + "a".repeat(129)))
        .noneMatch(AuthorKeys::isKey);
  }
}
