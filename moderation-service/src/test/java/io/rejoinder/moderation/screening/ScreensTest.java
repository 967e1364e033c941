package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreensTest {

  private static final ScreeningProperties.Repeats REPEATS =
      new ScreeningProperties.Repeats(Duration.ofHours(6), 1000);
  private static final ScreeningProperties.Flood FLOOD =
      new ScreeningProperties.Flood(true, Duration.ofMinutes(1), 3, 2, 4);
  private static final String LONG = "This film made me cry, laugh and cry again.";

  private final Texts texts = new Texts();

  private static Evidence links(String text) {
    return new Links().examine(Texts.subject(text));
  }

  private static Evidence words(String list, String text) {
    Screen screen =
        new BlockedWords(
            new WordsFile(null) {
              @Override
              Words current() {
                return Words.of(list);
              }
            });
    return screen.examine(Texts.subject(text));
  }

  @Test
  void ordinarySentenceHasNoLinks() {
    assertThat(links("Pacino vs. De Niro.Great.No e.g. here, 3.5/5 at 10.30").weight()).isZero();
  }

  @Test
  void oneLinkWeighsLittle() {
    Evidence evidence = links("See https://example.org/heat.");
    assertThat(evidence.weight()).isLessThan(0.5);
    assertThat(evidence.sentence()).isEqualTo("1 link");
    assertThat(evidence.spans()).hasSize(1);
  }

  @Test
  void threeLinksAreReasonToHold() {
    Evidence evidence = links("http://a.com http://b.net www.c.org");
    assertThat(evidence.weight()).isGreaterThanOrEqualTo(1.0);
    assertThat(evidence.sentence()).isEqualTo("3 links");
  }

  @Test
  void bareDomainsAreLinks() {
    assertThat(links("visit cheap-pills.shop and win.bet/now today").values())
        .containsEntry("links", "2");
  }

  @Test
  void mailAddressIsNoLink() {
    assertThat(links("write to anna@example.com").weight()).isZero();
  }

  @Test
  void linkThatShowsAnotherPlaceIsHidden() {
    Evidence evidence = links("[www.imdb.com](https://evil.example.net/x)");
    assertThat(evidence.values()).containsEntry("hidden", "1").containsEntry("links", "1");
    assertThat(evidence.weight()).isGreaterThanOrEqualTo(1.0);
  }

  @Test
  void linkThatShowsItsOwnPlaceIsOneLink() {
    Evidence evidence = links("[www.imdb.com](https://imdb.com/title)");
    assertThat(evidence.values()).containsEntry("hidden", "0").containsEntry("links", "1");
  }

  @Test
  void blockedWordIsFoundWholeAndPlaced() {
    Evidence evidence = words("casino", "The Ca51no, but not casinos or Casino!");
    assertThat(evidence.values()).containsEntry("words", "1");
    assertThat(evidence.spans()).hasSize(2);
    assertThat(evidence.spans().get(0).start()).isEqualTo(4);
    assertThat(evidence.weight()).isEqualTo(1.0);
  }

  @Test
  void blockedPhraseIsFoundAcrossSpaceAndDisguise() {
    assertThat(words("online casino", "best 0nline \n caaaasino here").weight()).isPositive();
    assertThat(words("online casino", "online, the casino").weight()).isZero();
  }

  @Test
  void drawnOutWordIsTheWord() {
    assertThat(words("viagra", "viiiiagra").weight()).isPositive();
  }

  @Test
  void shippedListLeavesFilmTalkAlone() {
    Evidence evidence =
        new BlockedWords(new WordsFile(null))
            .examine(Texts.subject("Casino is Scorsese's best, I watched it live for free."));
    assertThat(evidence.weight()).isZero();
    assertThat(evidence.values()).containsKey("version");
  }

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
