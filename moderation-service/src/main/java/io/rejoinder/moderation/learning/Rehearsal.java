package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.model.ShippedModel;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Learns from comments decided as spam or not, without a log: what a site would be taught. */
public final class Rehearsal {

  private static final String NO_SECRET = Base64.getEncoder().encodeToString(new byte[32]);

  private final Prior prior;
  private final Fits fits;
  private final ExampleLedger ledger;
  private final Examples examples = new Examples();
  private Correction correction;

  /** Nothing was decided yet. */
  public Rehearsal(ShippedModel model) {
    this.prior = ShippedPrior.spam(model);
    this.correction = Correction.none(prior.id(), 0);
    Priors priors = new Priors(Map.of(Question.SPAM, List.of(prior)));
    this.fits = new Fits(priors);
    Progress progress = new Progress(Clock.systemUTC(), new SimpleMeterRegistry());
    Teacher teacher = new Teacher(priors, new Sources(Secret.of(NO_SECRET)));
    this.ledger = new ExampleLedger(teacher, progress);
  }

  /** Takes a comment in, with the decisions on it. */
  public void decided(CommentState state) {
    ledger.missing(state).forEach(examples::take);
  }

  /** Makes the correction of all that was decided. */
  public void learn() {
    long number = examples.newest();
    correction =
        fits.of(number, fits.standing(examples, number).orElseThrow())
            .getOrDefault(new ModelId(Question.SPAM, prior.id()), correction);
  }

  /**
   * That the text is spam, in nats of log-odds, by the model's word alone as it was taught last.
   */
  public double logOdds(String text) {
    Prior.Reading reading = prior.read(text);
    return reading.logOdds() + correction.of(reading.places(), reading.values());
  }
}
