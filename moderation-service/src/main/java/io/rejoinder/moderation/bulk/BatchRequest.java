package io.rejoinder.moderation.bulk;

import io.rejoinder.events.comment.Verdict;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.queue.DecisionRequests;
import io.rejoinder.moderation.queue.Views;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/batches}.
 *
 * @param state the list, or {@code all}
 * @param q what it is narrowed down to; must not be empty unless comments are named
 * @param ids the comments alone that were selected; null for all that the view has
 * @param verdict approve or reject
 * @param reason of a rejection
 * @param until comments whose newest revision is later are left out: nobody has seen that they are
 *     meant; null for all that there are
 */
record BatchRequest(
    @Nullable String state,
    @Nullable String q,
    @Nullable List<String> ids,
    @Nullable Verdict verdict,
    @Nullable String reason,
    @Nullable Instant until) {

  /** Comments that can be named at most: what is more is said by a search. */
  private static final int MOST_NAMED = 1_000;

  /** What is to be done, if it can be. */
  Wish wish(String account) {
    if (verdict != Verdict.APPROVE && verdict != Verdict.REJECT) {
      throw Problem.invalid(
          "verdict", verdict == null ? "absent" : "escalate", "approve or reject");
    }
    if (reason != null && !DecisionRequests.REASONS.contains(reason)) {
      throw Problem.invalid(
          "reason", reason.length() + " characters", "one of " + DecisionRequests.REASONS);
    }
    if (ids != null && (ids.isEmpty() || ids.size() > MOST_NAMED)) {
      throw Problem.invalid("ids", ids.size(), "1.." + MOST_NAMED);
    }
    View view = Views.of(state == null ? "held" : state, q == null ? "" : q, account);
    if (ids == null && view.search().terms().isEmpty()) {
      throw Problem.invalid("q", "empty", "a search, or ids");
    }
    return new Wish(view, ids, verdict, verdict == Verdict.REJECT ? reason : null, until);
  }

  /**
   * What is to be done.
   *
   * @param view with which comments
   * @param ids of which these alone
   * @param verdict what is said of them
   * @param reason of a rejection
   * @param until which were written no later than this
   */
  record Wish(
      View view,
      @Nullable List<String> ids,
      Verdict verdict,
      @Nullable String reason,
      @Nullable Instant until) {}
}
