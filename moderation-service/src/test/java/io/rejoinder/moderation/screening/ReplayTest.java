package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Matter;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.policy.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A history of comments and decisions through all screens; then each decision is drawn again from
 * the text and the values that its evidence carries.
 */
class ReplayTest {

  private static final int COMMENTS = 400;
  private static final List<String> FILMS = List.of("harbour", "orchard", "winter", "signal");
  private static final List<String> PARTS = List.of("ending", "score", "cast", "lighting", "pace");
  private static final List<String> SPAM =
      List.of(
          "Buy cheap %s lamps now at http://lamps.example and call 0170 5550 %d",
          "Please subscribe to my channel, new %s video %d is out",
          "[https://imdb.com/title/%s](http://evil.example/%d) is better",
          "e a r n   m o n e y with %s at home, visit wіn.example/%d",
          "You are a stupid moron, and %s number %d is garbage");

  private final Random random = new Random(7);
  private final Judging judging = new Judging(new Policy(Screening::failed));
  private final List<Past> history = new ArrayList<>();

  @Test
  void everyDecisionOfTheHistoryIsDrawnAgainFromWhatItRecorded() {
    try (Screening screening = screening()) {
      live(screening);
      for (Past past : history) {
        List<Evidence> again =
            screening.again(past.text(), past.judged().evidence(), lists(past.inForce()));
        Judged judged = judging.judge(past.matter(), again, past.inForce(), null);
        assertThat(judged.evidence()).isEqualTo(past.judged().evidence());
        assertThat(judged.finding()).isEqualTo(past.judged().finding());
      }
    }
    Set<Status> outcomes = new TreeSet<>();
    Set<String> telling = new TreeSet<>();
    for (Past past : history) {
      outcomes.add(past.judged().finding().outcome());
      past.judged().evidence().stream()
          .filter(one -> one.weight() != 0)
          .forEach(one -> telling.add(one.screen()));
    }
    assertThat(outcomes).containsExactlyInAnyOrder(Status.APPROVED, Status.HELD, Status.REJECTED);
    assertThat(telling)
        .contains("model", "toxicity", "links", "campaign", "flood", "author", "form", "disguise");
  }

  @Test
  void commentIsHeldWhereTheModelThatTheSettingsNameIsNotHere() {
    try (Screening screening = screening()) {
      Screening.Text text = text(1);
      List<Evidence> found = screening.examine(List.of(text), Lists.NONE, "0badc0de").get(0);

      assertThat(judge(text, found, InForce.of(TestSettings.shipped())).finding().why())
          .isEqualTo("Held: screen failed (model, toxicity)");
    }
  }

  private static Screening screening() {
    ScreeningProperties settings =
        new ScreeningProperties(
            Duration.ofSeconds(30),
            null,
            null,
            Duration.ofMinutes(10),
            new ScreeningProperties.Campaigns(Duration.ofHours(6), 1024),
            new ScreeningProperties.Flood(true, Duration.ofMinutes(1), 4, 4, 4),
            new ScreeningProperties.Authors(Duration.ofDays(180), 1024));
    return Screening.of(settings, new SimpleMeterRegistry());
  }

  /** Comments come in, people decide on some, and in the middle the settings change. */
  private void live(Screening screening) {
    InForce before = InForce.of(TestSettings.shipped());
    InForce after = InForce.of(changed());
    for (int i = 0; i < COMMENTS; i++) {
      InForce inForce = i < COMMENTS / 2 ? before : after;
      Screening.Text text = text(i);
      List<Evidence> found = screening.examine(List.of(text), lists(inForce)).get(0);
      Past past = new Past(text, inForce, judge(text, found, inForce));
      history.add(past);
      if (i % 3 == 0) {
        Status said = random.nextBoolean() ? Status.APPROVED : Status.REJECTED;
        screening.decided(Texts.state(text, said));
      }
    }
  }

  private Judged judge(Screening.Text text, List<Evidence> found, InForce inForce) {
    Matter matter = new Matter(text.text(), text.thread().value(), text.author());
    return judging.judge(matter, found, inForce, null);
  }

  private static Lists lists(InForce inForce) {
    return inForce.settings().lists();
  }

  private static ScreeningSettings changed() {
    Lists lists = new Lists(List.of("lamps"), List.of("orchard"), List.of(), List.of("imdb.com"));
    Rule many =
        new Rule(
            "many",
            "Many of one kind",
            "evidence.campaign.size > 3 && score.spam > 0.5",
            Rule.Action.REJECT,
            Rule.Mode.ENABLED);
    return TestSettings.with(new Holds(false, 0, 2, null), lists, List.of(many));
  }

  private Screening.Text text(int i) {
    String film = FILMS.get(random.nextInt(FILMS.size()));
    String text =
        random.nextInt(3) == 0
            ? SPAM.get(random.nextInt(SPAM.size())).formatted(film, random.nextInt(3))
            : "The %s of the %s film kept me thinking for %d days"
                .formatted(PARTS.get(random.nextInt(PARTS.size())), film, i);
    int who = random.nextInt(12);
    Author author =
        new Author("Author " + who, null, new Sealed("box", "address " + Math.max(3, who)));
    Circumstances form =
        random.nextInt(8) == 0 ? new Circumstances(1, random.nextBoolean(), false) : null;
    return new Screening.Text(
        new CommentId("%032x".formatted(i + 1)),
        new ThreadId("thread-" + random.nextInt(5)),
        author,
        text,
        random.nextInt(40) == 0,
        true,
        Instant.parse("2026-11-22T10:00:00Z").plusSeconds(2L * i),
        form);
  }

  private record Past(Screening.Text text, InForce inForce, Judged judged) {

    Matter matter() {
      return new Matter(text.text(), text.thread().value(), text.author());
    }
  }
}
