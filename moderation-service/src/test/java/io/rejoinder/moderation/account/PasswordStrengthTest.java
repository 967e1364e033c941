package io.rejoinder.moderation.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

  private final PasswordStrength strength = new PasswordStrength();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a password of her own",
        "correct horse battery",
        "kq7vbn2mzp8ahx3rtw",
        "ünïcödé wörter hier",
        "三毛猫ホームズの推理 とその他"
      })
  void phraseOfSeveralWordsIsTaken(String password) {
    assertThat(strength.checked(password, "mabel miller")).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "Password1234!",
        "P4$$w0rd1234",
        "qwertyuiopasdf",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "rejoinder1234",
        "mabel.miller2024"
      })
  void commonAndPatternedPasswordsAreRefusedInWords(String password) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> strength.checked(password, "mabel miller"))
        .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.WEAK_PASSWORD))
        .satisfies(problem -> assertThat(problem.getMessage()).isNotBlank())
        .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain(password));
  }

  @Test
  void accountsNameIsNoPartOfItsPassword() {
    String strong = "kq7vbn2mzp8 Mabel Miller hx3rtw";
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> strength.checked(strong, "mabel miller"))
        .withMessage("It contains the account's name.");
    assertThat(strength.checked(strong, "somebody else")).isEqualTo(strong);
  }

  @Test
  void nameOfTwoLettersMayBePartOfAWord() {
    assertThat(strength.checked("practical horse battery", "al")).isNotEmpty();
  }

  @Test
  @Timeout(20)
  void longestPasswordMadeToBeSlowIsMeasuredInTime() {
    String slow = "4@8({[<369&#!1/|0$5+7%2".repeat(6).substring(0, 128);
    assertThat(strength.checked(slow, "mabel miller")).isEqualTo(slow);
  }
}
