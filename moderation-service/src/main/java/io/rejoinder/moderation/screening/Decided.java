package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of a comment, here or, for an imported one, where it came from. What the
 * platform decided by itself does not count: else whom it lets pass would be trusted for that.
 *
 * @param state the comment
 * @param outcome approved or rejected; null if nobody decided, or it was taken back
 */
record Decided(CommentState state, @Nullable Status outcome) {

  /** The newest decision of a person that was not undone, on whichever revision. */
  static Decided of(CommentState state) {
    Set<Integer> undone = new HashSet<>();
    List<Decision> decisions = state.decisions();
    for (int i = decisions.size() - 1; i >= 0; i--) {
      Decision decision = decisions.get(i);
      if (undone.contains(decision.number()) || !judges(decision)) {
        continue;
      }
      Integer undoes = decision.undoes();
      if (undoes != null) {
        undone.add(undoes);
      } else {
        return new Decided(state, verdict(decision.outcome()));
      }
    }
    return new Decided(state, null);
  }

  private static boolean judges(Decision decision) {
    return decision.by().kind().judges() && !decision.escalates();
  }

  private static @Nullable Status verdict(Status outcome) {
    return outcome == Status.APPROVED || outcome == Status.REJECTED ? outcome : null;
  }
}
