package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.rule.Facts;
import io.rejoinder.moderation.rule.RuleVerdict;
import io.rejoinder.moderation.rule.Rules;
import io.rejoinder.moderation.screening.Screening;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws the evidence again, lets the policy judge it, and applies conditional holds and rules: a
 * rule's action stands above the score and above the holds, as an administrator wrote it.
 */
final class PolicyRejudge implements Rejudge {

  private final Screening screening;
  private final Policy policy;

  PolicyRejudge(Screening screening, Policy policy) {
    this.screening = screening;
    this.policy = policy;
  }

  @Override
  public Facts facts(CommentState state, Decision decision) {
    String text = state.newest().text();
    Screening.Text subject =
        new Screening.Text(
            state.id(),
            state.thread(),
            state.author(),
            text,
            rejectedBefore(decision),
            false,
            state.newest().at());
    List<Evidence> evidence = screening.again(subject, decision.evidence());
    return new Facts(text, state.thread().value(), state.author(), evidence, null, null);
  }

  /** As that screen saw it then. */
  private static boolean rejectedBefore(Decision decision) {
    return decision.evidence().stream()
        .anyMatch(one -> one.screen().equals("after-rejection") && one.weight() > 0);
  }

  @Override
  public Judge by(ScreeningSettings settings) {
    Rules rules = Rules.of(settings);
    return (state, decision) -> judge(facts(state, decision), settings.holds(), rules);
  }

  private Rejudged judge(Facts facts, Holds holds, Rules rules) {
    Policy.Finding finding = policy.decide(facts.evidence());
    Status outcome = finding.outcome();
    String why = finding.why();
    List<RuleVerdict> verdicts = rules.verdicts(facts);
    Optional<RuleVerdict> acting = Rules.strongest(verdicts);
    if (acting.isPresent()) {
      outcome = outcome(acting.get());
      why = outcome.name().charAt(0) + lower(outcome) + ": rule " + acting.get().rule().name();
    } else if (outcome == Status.APPROVED && held(facts, holds)) {
      outcome = Status.HELD;
      why = "Held: a condition of the settings";
    }
    return new Rejudged(outcome, why, verdicts);
  }

  private static String lower(Status outcome) {
    return outcome.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static Status outcome(RuleVerdict verdict) {
    return switch (verdict.rule().action()) {
      case APPROVE -> Status.APPROVED;
      case HOLD -> Status.HELD;
      case REJECT -> Status.REJECTED;
    };
  }

  private static boolean held(Facts facts, Holds holds) {
    return holds.everything()
        || atLeast(facts, "links", holds.links())
        || atLeast(facts, "images", holds.images())
        || below(facts, holds.untilApproved());
  }

  private static boolean atLeast(Facts facts, String value, @Nullable Integer bound) {
    Long count = facts.count("links", value);
    return bound != null && count != null && count >= bound;
  }

  private static boolean below(Facts facts, int untilApproved) {
    Long approved = facts.count("author", "approved");
    return untilApproved > 0 && approved != null && approved < untilApproved;
  }
}
