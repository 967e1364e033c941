package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.rule.Facts;
import io.rejoinder.moderation.rule.RuleVerdict;
import java.util.List;

/** Judges again what was judged before, by settings of one's choice. */
public interface Rejudge {

  /** What rules are asked about, drawn again from text, lists, and the values of the evidence. */
  Facts facts(CommentState state, Decision decision, Lists lists);

  /** A judge that goes by these settings; rules are compiled once for it. For one thread. */
  Judge by(ScreeningSettings settings);

  /** A judge of recorded decisions. */
  @FunctionalInterface
  interface Judge {

    /**
     * The verdict on the newest revision.
     *
     * @param state with the revision's text
     * @param decision on that revision, with its evidence
     */
    Rejudged judge(CommentState state, Decision decision);
  }

  /**
   * A verdict.
   *
   * @param outcome approved, held or rejected
   * @param why one sentence for a person
   * @param rules what each rule says
   */
  record Rejudged(Status outcome, String why, List<RuleVerdict> rules) {}
}
