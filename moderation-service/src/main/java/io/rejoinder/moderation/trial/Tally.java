package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.rule.RuleVerdict;
import io.rejoinder.moderation.rule.Truth;
import io.rejoinder.moderation.trial.Rejudge.Rejudged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a trial has counted. Counts are exact; of changed verdicts the newest are kept. Threadsafe.
 */
final class Tally {

  /** Changed verdicts that are kept: more than anybody looks through. */
  static final int CHANGES_KEPT = 1_000;

  private static final Comparator<Verdicts> BY_VERDICTS =
      Comparator.comparing(Verdicts::from)
          .thenComparing(Verdicts::to)
          .thenComparing(Verdicts::people);

  private static final Comparator<RuleResult> BY_RULE =
      Comparator.comparing(RuleResult::rule)
          .thenComparing(RuleResult::result)
          .thenComparing(RuleResult::people);

  private final Map<Verdicts, Long> verdicts = new TreeMap<>(BY_VERDICTS);
  private final Map<RuleResult, Long> rules = new TreeMap<>(BY_RULE);
  private final TreeSet<Change> changes = new TreeSet<>(Change.ORDER);
  private long changed;
  private long textGone;
  private long evidenceGone;

  /** Judges a comment's newest revision twice and counts, or counts why it cannot be judged. */
  void count(CommentState state, Rejudge.Judge current, Rejudge.Judge candidate) {
    Decision judged = judgement(state).orElse(null);
    if (state.status().terminal() || state.newest().text().isEmpty()) {
      gone(true);
    } else if (judged == null) {
      gone(false);
    } else {
      add(state, current.judge(state, judged), candidate.judge(state, judged));
    }
  }

  /** The newest decision on the newest revision that carries its evidence. */
  static Optional<Decision> judgement(CommentState state) {
    return state.decisions().stream()
        .filter(decision -> decision.revision() == state.newest().number())
        .filter(decision -> !decision.evidence().isEmpty())
        .reduce((first, second) -> second);
  }

  private synchronized void gone(boolean text) {
    if (text) {
      textGone++;
    } else {
      evidenceGone++;
    }
  }

  private synchronized void add(CommentState state, Rejudged current, Rejudged candidate) {
    People people = People.of(state);
    verdicts.merge(new Verdicts(current.outcome(), candidate.outcome(), people), 1L, Long::sum);
    for (RuleVerdict verdict : candidate.rules()) {
      rules.merge(new RuleResult(verdict.rule().id(), verdict.result(), people), 1L, Long::sum);
    }
    if (current.outcome() != candidate.outcome()) {
      changed++;
      changes.add(Change.of(state, people, current, candidate));
      if (changes.size() > CHANGES_KEPT) {
        changes.pollLast();
      }
    }
  }

  /** The counts so far. */
  synchronized Counts counts() {
    List<VerdictCount> byVerdict = new ArrayList<>();
    verdicts.forEach((of, n) -> byVerdict.add(new VerdictCount(of.from, of.to, of.people, n)));
    List<RuleCount> byRule = new ArrayList<>();
    rules.forEach((of, n) -> byRule.add(new RuleCount(of.rule, of.result, of.people, n)));
    long judged = byVerdict.stream().mapToLong(VerdictCount::count).sum();
    return new Counts(judged, textGone, evidenceGone, changed, byVerdict, byRule);
  }

  /** Changed verdicts behind a key, newest first; from the first on if it is empty. */
  synchronized List<Change> changes(String after, int limit) {
    return changes.stream()
        .dropWhile(change -> !after.isEmpty() && !change.key().equals(after))
        .skip(after.isEmpty() ? 0 : 1)
        .limit(limit)
        .toList();
  }

  private record Verdicts(Status from, Status to, People people) {}

  private record RuleResult(String rule, Truth result, People people) {}

  /** How many comments had this verdict by the settings in force and that by the candidate. */
  record VerdictCount(Status from, Status to, People people, long count) {}

  /** Of how many comments a rule of the candidate was this. */
  record RuleCount(String rule, Truth result, People people, long count) {}

  /**
   * All counts.
   *
   * @param judged comments that were judged again
   * @param textGone comments that were not: withdrawn or erased
   * @param evidenceGone comments that were not: no evidence is kept of their judgement
   * @param changed of those judged, how many would have another verdict
   * @param verdicts by both verdicts and by what people decided
   * @param rules by rule, result and what people decided
   */
  record Counts(
      long judged,
      long textGone,
      long evidenceGone,
      long changed,
      List<VerdictCount> verdicts,
      List<RuleCount> rules) {}
}
