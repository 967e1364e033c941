package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreensTest {

  private static final ScreeningProperties.Repeats REPEATS =
      new ScreeningProperties.Repeats(Duration.ofHours(6), 1000);
  private static final ScreeningProperties.Flood FLOOD =
      new ScreeningProperties.Flood(true, Duration.ofMinutes(1), 3, 2, 4);
  private static final String LONG = "This film made me cry, laugh and cry again.";

  private final Texts texts = new Texts();

  @Test
  void sameTextWeighsMoreEachTime() {
    RepeatedText screen = new RepeatedText(REPEATS);
    double last = -1;
    for (int i = 0; i < 9; i++) {
      Subject subject = texts.text("author" + i, "t" + i, LONG, Texts.AT.plusSeconds(i)).subject();
      double weight = screen.examine(subject).weight();
      assertThat(weight).isGreaterThan(last);
      last = weight;
      screen.observe(subject);
    }
    assertThat(last).isGreaterThanOrEqualTo(3.0);
  }

  @Test
  void disguisedRepetitionIsOne() {
    RepeatedText screen = new RepeatedText(REPEATS);
    screen.observe(texts.text(LONG).subject());
    String disguised = LONG.replace("a", "а").toUpperCase(java.util.Locale.ROOT);
    assertThat(screen.examine(texts.text(disguised).subject()).weight()).isPositive();
  }

  @Test
  void commentThatIsToldTwiceIsSeenOnceAndNeverByItself() {
    RepeatedText screen = new RepeatedText(REPEATS);
    Subject subject = texts.text(LONG).subject();
    screen.observe(subject);
    screen.observe(subject);
    assertThat(screen.examine(subject).weight()).isZero();
    assertThat(screen.examine(texts.text(LONG).subject()).values()).containsEntry("times", "1");
  }

  @Test
  void shortTextsMayRepeat() {
    RepeatedText screen = new RepeatedText(REPEATS);
    screen.observe(texts.text("Thank you!").subject());
    assertThat(screen.examine(texts.text("Thank you!").subject()).weight()).isZero();
  }

  @Test
  void repetitionBehindTheWindowIsForgotten() {
    RepeatedText screen = new RepeatedText(REPEATS);
    screen.observe(texts.text(LONG).subject());
    Subject later = texts.text("a", "t", LONG, Texts.AT.plus(Duration.ofHours(7))).subject();
    assertThat(screen.examine(later).weight()).isZero();
  }

  @Test
  void moreThanTheBoundFromOneAddressIsFlood() {
    Flood screen = new Flood(FLOOD);
    for (int i = 0; i < 3; i++) {
      Subject subject = texts.text("v", "t", "text " + i, Texts.AT.plusSeconds(i)).subject();
      assertThat(screen.examine(subject).weight()).isZero();
      screen.observe(subject);
    }
    Subject fourth = texts.text("v", "t", "text 4", Texts.AT.plusSeconds(9)).subject();
    assertThat(screen.examine(fourth).weight()).isGreaterThanOrEqualTo(1.0);
    Subject later = texts.text("v", "t", "text 5", Texts.AT.plusSeconds(90)).subject();
    assertThat(screen.examine(later).weight()).isZero();
  }

  @Test
  void floodCanBeSwitchedOff() {
    Flood screen = new Flood(new ScreeningProperties.Flood(false, Duration.ofMinutes(1), 1, 1, 1));
    screen.observe(texts.text("a").subject());
    assertThat(screen.examine(texts.text("b").subject()).weight()).isZero();
  }

  @Test
  void windowIsBounded() {
    Window<Integer> window = new Window<>(Duration.ofHours(1), 100, 2);
    for (int i = 0; i < 1000; i++) {
      window.add(i, Window.Sighting.of(texts.text("text").subject()));
    }
    assertThat(window.size()).isEqualTo(100);
  }
}
