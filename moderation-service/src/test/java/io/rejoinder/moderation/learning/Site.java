package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.TrainingExample;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Decisions to examples to a correction, without a broker. */
final class Site {

  static final Secret SECRET = Secret.of(Base64.getEncoder().encodeToString(new byte[32]));

  private final Priors priors;
  private final ExampleLedger ledger;
  private final List<TrainingExample> log = new ArrayList<>();

  Site(Priors priors) {
    this.priors = priors;
    this.ledger = ledger(priors);
  }

  static ExampleLedger ledger(Priors priors) {
    Progress progress = new Progress(Clock.systemUTC(), new SimpleMeterRegistry());
    return new ExampleLedger(teacher(priors), progress);
  }

  static Teacher teacher(Priors priors) {
    return new Teacher(priors, new Sources(SECRET));
  }

  /** What one more state brings. */
  List<TrainingExample> decide(Judged judged) {
    List<TrainingExample> fresh = ledger.missing(judged.state());
    log.addAll(fresh);
    return fresh;
  }

  List<TrainingExample> log() {
    return log;
  }

  Examples examples() {
    Examples examples = new Examples();
    log.forEach(examples::take);
    return examples;
  }

  /** Folded afresh. */
  Correction correction() {
    Examples examples = examples();
    Fits fits = new Fits(priors);
    return Objects.requireNonNull(
        fits.of(examples.newest(), fits.standing(examples, examples.newest()).orElseThrow())
            .get(new ModelId(Question.SPAM, "words-1")));
  }
}
