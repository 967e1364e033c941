package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Matter;
import io.rejoinder.moderation.policy.Score;
import io.rejoinder.moderation.rule.Facts;
import io.rejoinder.moderation.screening.Screening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the evidence again, and judges it as what is posted now is judged. */
final class PolicyRejudge implements Rejudge {

  private final Screening screening;
  private final Judging judging;

  PolicyRejudge(Screening screening, Judging judging) {
    this.screening = screening;
    this.judging = judging;
  }

  @Override
  public Facts facts(CommentState state, Decision decision) {
    List<Evidence> evidence = again(state, decision, Lists.NONE);
    Score score = Score.of(evidence);
    return new Facts(
        state.newest().text(),
        state.thread().value(),
        state.author(),
        evidence,
        score.spam(),
        score.toxic());
  }

  private List<Evidence> again(CommentState state, Decision decision, Lists lists) {
    Screening.Text text =
        new Screening.Text(
            state.id(),
            state.thread(),
            state.author(),
            state.newest().text(),
            rejectedBefore(decision),
            false,
            state.newest().at(),
            null);
    return screening.again(text, decision.evidence(), lists);
  }

  /** As that screen saw it then. */
  private static boolean rejectedBefore(Decision decision) {
    return decision.evidence().stream()
        .anyMatch(one -> one.screen().equals("after-rejection") && one.weight() > 0);
  }

  @Override
  public Judge by(ScreeningSettings settings) {
    InForce inForce = InForce.of(settings);
    return (state, decision) -> {
      Judged judged =
          judging.judge(
              new Matter(state.newest().text(), state.thread().value(), state.author()),
              again(state, decision, settings.lists()),
              inForce,
              paused(decision));
      return new Rejudged(judged.finding().outcome(), judged.finding().why(), judged.rules());
    };
  }

  /** As it was then. */
  private static @Nullable String paused(Decision decision) {
    return decision.versions().containsKey(Fallback.NAME) ? "it was at that time" : null;
  }
}
