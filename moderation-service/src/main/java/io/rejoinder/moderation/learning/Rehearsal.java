package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.TrainingExample;
import io.rejoinder.moderation.model.ShippedModel;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Learns from decided comments without a log: what a site would be taught by them. */
public final class Rehearsal {

  private static final String NO_SECRET = Base64.getEncoder().encodeToString(new byte[32]);

  private final Priors priors;
  private final Fits fits;
  private final ExampleLedger ledger;
  private final Examples examples = new Examples();
  private Map<Question, Correction> corrections = Map.of();

  /** Nothing was decided yet. */
  public Rehearsal(ShippedModel model) {
    this.priors = ShippedPrior.of(model);
    this.fits = new Fits(priors);
    Progress progress = new Progress(Clock.systemUTC(), new SimpleMeterRegistry());
    Teacher teacher = new Teacher(priors, new Sources(Secret.of(NO_SECRET)));
    this.ledger = new ExampleLedger(teacher, progress);
  }

  /** Takes a comment in, with the decisions on it. */
  public void decided(CommentState state) {
    for (TrainingExample example : ledger.missing(state)) {
      examples.take(example);
    }
  }

  /** Makes the corrections of all that was decided. */
  public void learn() {
    long number = examples.newest();
    corrections = fits.of(number, fits.standing(examples, number).orElseThrow());
  }

  /** What the policy would make of the model's word alone, as it was taught last. */
  public double logOdds(Question question, String text) {
    Prior.Vector vector = Objects.requireNonNull(priors.byQuestion().get(question)).read(text);
    Correction correction = corrections.get(question);
    return vector.logOdds() + (correction == null ? 0 : correction.of(vector));
  }
}
