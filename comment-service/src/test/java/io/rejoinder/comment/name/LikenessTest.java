package io.rejoinder.comment.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, ada lovelace",
    "Ada Lovelace, AdaLovelace",
    "Ada Lovelace, 'Ada   Lovelace.'",
    "Ada Lovelace, Ada\u200bLove\u00adlace",
    "Ada Lovelace, \u0410d\u0430 L\u043evel\u0430ce",
    "Ada Lovelace, \uff21\uff44\uff41 Lovelace",
    "Ada Lovelace, Ada L0velace",
    "Ian, lan",
    "Ian, IAN",
    "STRASSE, Straße",
    "Moderator, Mode\u202erator"
  })
  void namesThatPeopleTakeForEachOtherAreAlike(String one, String other) {
    assertThat(Likeness.amongst(Likeness.of(one), other)).isTrue();
    assertThat(Likeness.amongst(Likeness.of(other), one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Ada, Eve", "Ada, Ada L", "Müller, Miller", "阿达, 阿大", "Ada, '...'"})
  void othersAreNot(String one, String other) {
    assertThat(Likeness.amongst(Likeness.of(one), other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "🐈"})
  void aNameWithoutLettersIsLikeNone(String name) {
    assertThat(Likeness.of(name)).isEmpty();
  }

  @Test
  void aNameIsLikeItself() {
    assertThat(Likeness.amongst(Likeness.of("عادا"), "عادا")).isTrue();
  }
}
