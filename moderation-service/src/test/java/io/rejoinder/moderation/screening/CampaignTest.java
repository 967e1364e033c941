package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Lists;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {

  private static final String OFFER =
      "Hello Martin, my uncle earns forty crowns an hour with parcels from home, and so can you: "
          + "ask for Bruno at http://parcel-uncle.example.com/start?ref=118 before Friday evening";

  /** What holds a comment whose text is harmless: as much as that and the prior speak for it. */
  private static final double HOLDS = 5.0;

  private final Texts texts = new Texts();
  private final Campaign screen =
      new Campaign(new ScreeningProperties.Campaigns(Duration.ofHours(6), 1024));

  private Subject subject(String author, String thread, String text) {
    return texts.text(author, thread, text, Texts.AT).subject(Lists.NONE);
  }

  private void seen(String author, String thread, String text) {
    screen.observe(subject(author, thread, text));
  }

  private Evidence found(String text) {
    return screen.examine(subject("Vincent", "heat", text));
  }

  @Test
  void theMoreAuthorsAndThreadsTheMoreItWeighs() {
    double last = 0;
    for (int i = 0; i < 8; i++) {
      Subject subject = subject("author " + i, "thread-" + i, OFFER);
      double weight = screen.examine(subject).weight();
      assertThat(weight).isGreaterThanOrEqualTo(last);
      assertThat(weight >= HOLDS).as("%d copies before", i).isEqualTo(i >= 2);
      last = weight;
      screen.observe(subject);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello Gudrun, my uncle earns forty crowns an hour with parcels from home, and so can you: "
            + "ask for Bruno at http://parcel-uncle.example.com/start?ref=118 before Friday evening",
        "Hello Martin, my uncle earns 900 crowns an hour with parcels from home, and so can you: "
            + "ask for Bruno at http://other-place.example.net/x before Friday evening",
        "Hello Martin, my uncle earns forty crowns an hour with parcels from home, and so can you: "
            + "ask for Bruno at http://parcel-uncle.example.com/start?ref=118 before Friday evening"
            + " Sorry if this is not the place.",
        "H e l l o Martin, my u.n.c.l.e earns f0rty cr0wns an hour with p4rcels from hоmе, and sо "
            + "can yоu:  аsk for BRUNO аt http://parcel-uncle.example.com bеfоrе  Fri\u200Bday evening"
      })
  void nearCopyIsFound(String copy) {
    for (int i = 0; i < 7; i++) {
      seen("author " + i % 5, "thread-" + i, OFFER);
    }
    Evidence evidence = found(copy);
    assertThat(evidence.weight()).isGreaterThan(HOLDS);
    assertThat(evidence.values()).containsEntry("size", "7").containsEntry("authors", "5");
    assertThat(evidence.sentence()).startsWith("like 7 others by 5 authors in the last 6 h");
  }

  @Test
  void saysWhereAllOfThemLink() {
    for (int i = 0; i < 7; i++) {
      seen("author " + i % 5, "thread-" + i, OFFER);
    }
    Evidence evidence = found(OFFER);
    assertThat(evidence.sentence())
        .isEqualTo("like 7 others by 5 authors in the last 6 h, all linking to example.com");
    assertThat(evidence.spans()).hasSize(1);
  }

  @Test
  void oneAuthorInOneThreadIsLessThanManyInMany() {
    for (int i = 0; i < 4; i++) {
      seen("Vincent", "heat", OFFER);
    }
    Evidence alone = found(OFFER);
    assertThat(alone.weight()).isBetween(0.5, HOLDS);
    assertThat(alone.sentence()).startsWith("like 4 others by 1 author in");
  }

  @Test
  void oneAuthorInManyThreadsIsACampaign() {
    for (int i = 0; i < 4; i++) {
      seen("Vincent", "thread-" + i, OFFER);
    }
    assertThat(found(OFFER).weight()).isGreaterThan(HOLDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First!",
        "Thank you!",
        "Great film, great review.",
        "\"Of all the gin joints in all the towns in all the world, she walks into mine.\"",
        "“Of all the gin joints in all the towns in all the world, she walks into mine.” Ha!"
      })
  void whatIsShortOrQuotedMayRepeat(String text) {
    for (int i = 0; i < 20; i++) {
      seen("author " + i, "thread-" + i, text);
    }
    assertThat(found(text).weight()).isZero();
    assertThat(found(text).sentence()).isEqualTo("like no other comment");
  }

  @Test
  void honestOpinionsOnOneFilmAreNoCampaign() {
    seen("a", "heat", "The shootout in the street is the best that I have ever seen in a cinema.");
    seen("b", "heat", "The diner is the best scene that I have seen in any film of that decade.");
    seen("c", "heat", "I have never seen a better shootout than the one in the street after that.");
    assertThat(found("The best scene is the diner, and after that the shootout.").weight())
        .isZero();
  }

  @Test
  void membersOfACampaignCarryTheIdOfItsFirstComment() {
    Subject first = subject("a", "one", OFFER);
    screen.observe(first);
    seen("b", "two", OFFER.replace("Martin", "Gudrun"));
    seen("c", "three", OFFER.replace("Friday", "Tuesday"));
    String id = "%016x".formatted(first.sighting().comment());
    assertThat(found(OFFER).values()).containsEntry("campaign", id).containsEntry("size", "3");
  }

  @Test
  void telephoneNumberOfOtherAuthorsIsACampaignWhateverTheText() {
    seen("a", "one", "Tired of the winter? Call 0171-555 0199 and ask for the sunny offer.");
    seen("b", "two", "My knees are well again since I phoned +49 171 555 0199, they are kind.");
    seen("c", "three", "who wants a loan without questions, 0171 5550199 all night");
    Evidence evidence = found("Roof leaking after the storm? We are there at once: 0171/5550199");
    assertThat(evidence.weight()).isGreaterThan(3);
    assertThat(evidence.sentence())
        .isEqualTo("the same telephone number as 3 other authors in the last 6 h");
    assertThat(evidence.values()).containsEntry("size", "3");
  }

  @Test
  void domainOfOtherAuthorsAloneHoldsNothing() {
    for (int i = 0; i < 9; i++) {
      seen("author " + i, "thread-" + i, "number " + i + ": see www.example.com/" + i);
    }
    assertThat(found("More at http://example.com").weight()).isBetween(0.5, 2.0);
    seen("x", "y", "the cast: https://www.imdb.com/title/1");
    assertThat(found("the trailer: https://www.imdb.com/video/2").weight()).isZero();
  }

  @Test
  void commentThatIsToldTwiceIsSeenOnceAndNeverByItself() {
    Subject subject = subject("a", "one", OFFER);
    screen.observe(subject);
    screen.observe(subject);
    assertThat(screen.examine(subject).weight()).isZero();
    assertThat(found(OFFER).values()).containsEntry("size", "1");
  }

  @Test
  void copyBehindTheWindowIsForgotten() {
    seen("a", "one", OFFER);
    Subject later =
        texts.text("b", "two", OFFER, Texts.AT.plus(Duration.ofHours(7))).subject(Lists.NONE);
    assertThat(screen.examine(later).weight()).isZero();
  }

  @Test
  void shoutedAndHomoglyphCopiesAreTheSameText() {
    seen("a", "one", OFFER);
    String disguised = OFFER.replace("a", "а").toUpperCase(Locale.ROOT);
    assertThat(found(disguised).values()).containsEntry("similarity", "1.0");
  }

  @Test
  void sameValuesGiveTheSameEvidenceAgain() {
    for (int i = 0; i < 5; i++) {
      seen("author " + i, "thread-" + i, OFFER);
    }
    Subject subject = subject("Vincent", "heat", OFFER);
    Evidence first = screen.examine(subject);
    screen.observe(subject("late", "late", OFFER));
    assertThat(screen.weigh(subject, first.values())).isEqualTo(first);
  }
}
