package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.rule.Facts;
import io.rejoinder.moderation.rule.RuleVerdict;
import io.rejoinder.moderation.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From evidence to a verdict, the same way for what is posted now and for what is judged again:
 * score, rules, policy. A pure function; threadsafe.
 */
public final class Judging {

  private final Policy policy;

  /** Judging by this policy. */
  public Judging(Policy policy) {
    this.policy = policy;
  }

  /**
   * Judges.
   *
   * @param matter what is judged
   * @param found by the screens
   * @param inForce what it is judged by
   * @param paused why automatic rejection is paused; null while it is not
   */
  public Judged judge(
      Matter matter, List<Evidence> found, InForce inForce, @Nullable String paused) {
    Score score = Score.of(found);
    List<RuleVerdict> verdicts = inForce.rules().verdicts(facts(matter, found, score));
    List<Evidence> evidence = new ArrayList<>(found);
    inForce.rules().evidence(verdicts).ifPresent(evidence::add);
    evidence.add(score.evidence());
    Policy.Finding finding =
        policy.decide(
            new Case(
                ThreadId.siteOf(matter.thread()),
                found,
                score,
                inForce.settings(),
                Rules.strongest(verdicts).map(RuleVerdict::rule).orElse(null),
                paused));
    return new Judged(finding, List.copyOf(evidence), verdicts);
  }

  /** What rules are asked about, with the score that the evidence comes to. */
  public static Facts facts(Matter matter, List<Evidence> found) {
    return facts(matter, found, Score.of(found));
  }

  private static Facts facts(Matter matter, List<Evidence> found, Score score) {
    return new Facts(
        matter.text(), matter.thread(), matter.author(), found, score.spam(), score.toxic());
  }
}
