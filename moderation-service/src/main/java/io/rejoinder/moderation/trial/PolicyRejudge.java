package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Matter;
import io.rejoinder.moderation.rule.Facts;
import io.rejoinder.moderation.screening.Screening;
import java.util.List;

/**
 * Draws the evidence again and judges it like what is posted now. Automatic rejection is taken to
 * be on: what a trial is about is what the settings ask for.
 */
final class PolicyRejudge implements Rejudge {

  private final Screening screening;
  private final Judging judging;
  private final Models models;

  PolicyRejudge(Screening screening, Judging judging, Models models) {
    this.screening = screening;
    this.judging = judging;
    this.models = models;
  }

  @Override
  public Facts facts(CommentState state, Decision decision, Lists lists) {
    return Judging.facts(matter(state), again(state, decision, decision.evidence(), lists));
  }

  @Override
  public Judge by(ScreeningSettings settings) {
    InForce inForce = InForce.of(settings);
    Redrawn redrawn = new Redrawn(models, settings.model());
    return (state, decision) -> {
      List<Evidence> recorded = redrawn.of(decision.evidence());
      List<Evidence> found = again(state, decision, recorded, settings.lists());
      Judged judged = judging.judge(matter(state), found, inForce, null);
      return new Rejudged(judged.finding().outcome(), judged.finding().why(), judged.rules());
    };
  }

  private static Matter matter(CommentState state) {
    return new Matter(state.newest().text(), state.thread().value(), state.author());
  }

  private List<Evidence> again(
      CommentState state, Decision decision, List<Evidence> recorded, Lists lists) {
    Screening.Text text =
        new Screening.Text(
            state.id(),
            state.thread(),
            state.author(),
            state.newest().text(),
            rejectedBefore(decision),
            false,
            state.newest().at(),
            null); // What the form told is in the values.
    return screening.again(text, recorded, lists);
  }

  /** As that screen saw it then. */
  private static boolean rejectedBefore(Decision decision) {
    return decision.evidence().stream()
        .anyMatch(one -> one.screen().equals("after-rejection") && one.weight() > 0);
  }
}
