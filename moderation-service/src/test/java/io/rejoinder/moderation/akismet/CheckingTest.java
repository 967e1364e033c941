package io.rejoinder.moderation.akismet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.TestSettings;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.screening.ScreeningProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The verdicts on other sites' comments, by the screens that ship. */
class CheckingTest {

  private static final String TOKEN = "t-0b1c2d3e4f5a6978";
  private static final String HONEST =
      "I never noticed the mirror in the second act. I will watch it again tonight.";
  private static final String SPAM =
      "Cheap viagra online no prescription, best casino bonus, click here http://best-pills.test/buy"
          + " and http://cheap-replica.test/watches";
  private static final Screening SCREENING =
      Screening.of(
          new ScreeningProperties(
              Duration.ofMinutes(1),
              null,
              null,
              Duration.ofMinutes(10),
              new ScreeningProperties.Campaigns(Duration.ofHours(6), 1024),
              new ScreeningProperties.Flood(true, Duration.ofMinutes(1), 10, 6, 12),
              new ScreeningProperties.Authors(Duration.ofDays(180), 1024)),
          new SimpleMeterRegistry());

  @AfterAll
  static void end() {
    SCREENING.close();
  }

  private static Verdict verdict(ScreeningSettings settings, Fallback fallback, String... fields) {
    InForce inForce = InForce.of(settings);
    Site site = new Site(Secret.of(Base64.getEncoder().encodeToString(new byte[32])));
    return new Checking(SCREENING, () -> inForce, fallback, site, Clock.systemUTC())
        .check(TOKEN, Submission.of(SubmissionTest.form(fields)));
  }

  private static Verdict verdict(String... fields) {
    return verdict(TestSettings.shipped(), Fallback.NEVER, fields);
  }

  @Test
  void authorsOwnAddressDoesNotMakeAnHonestCommentSpam() {
    for (String address : List.of("", "https://blog.example.org", "https://anna.example/")) {
      assertThat(verdict("comment_content", HONEST, "comment_author_url", address))
          .as(address)
          .returns(false, Verdict::spam);
    }
  }

  @Test
  void authorsAddressOfABlockedDomainIsReasonEnough() {
    Lists lists = new Lists(List.of(), List.of(), List.of("pills.example"), List.of());
    ScreeningSettings settings =
        TestSettings.with(new Holds(false, 0, null, null), lists, List.of());
    assertThat(
            verdict(
                settings,
                Fallback.NEVER,
                "comment_content",
                HONEST,
                "comment_author_url",
                "https://www.pills.example/"))
        .returns(true, Verdict::spam)
        .returns(false, Verdict::discard);
  }

  @Test
  void certainSpamIsDiscardedUnlessRejectionIsPaused() {
    String[] spam = {"comment_content", SPAM, "hidden_honeypot_field", "filled"};
    assertThat(verdict(spam)).returns(true, Verdict::spam).returns(true, Verdict::discard);
    assertThat(verdict(TestSettings.shipped(), () -> "too many were wrong", spam))
        .returns(true, Verdict::spam)
        .returns(false, Verdict::discard);
  }

  @Test
  void rulesTellASiteByItsThreads() {
    String expression = "comment.thread.startsWith('" + TOKEN + "')";
    Rule rule = new Rule("one", "The blog waits", expression, Rule.Action.HOLD, Rule.Mode.ENABLED);
    ScreeningSettings settings =
        TestSettings.with(new Holds(false, 0, null, null), Lists.NONE, List.of(rule));
    assertThat(verdict(settings, Fallback.NEVER, "comment_content", HONEST))
        .returns(true, Verdict::spam);
  }

  @Test
  void emptyTextIsNoSpam() {
    assertThat(verdict("comment_author", "Anna")).returns(false, Verdict::spam);
  }
}
