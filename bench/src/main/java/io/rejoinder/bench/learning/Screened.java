package io.rejoinder.bench.learning;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.policy.Score;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the screens said of a comment when it came.
 *
 * @param seenAt when that was read in the log, in {@link System#nanoTime()}
 * @param outcome what followed
 * @param spam the probability that it is spam, by the learned model alone
 * @param others the same by all other screens together
 * @param toxic the probability that it is toxic, by the learned model
 * @param known the number of the last example that the model knew; 0 for none
 * @param settings the version that it was judged by
 */
record Screened(
    long seenAt,
    Status outcome,
    double spam,
    double others,
    double toxic,
    long known,
    int settings) {

  private static final double LIKELY = 0.5;
  private static final String MODEL = "model";
  private static final String PROBABILITY = "probability";

  /** Empty for a state without what the screens said. */
  static Optional<Screened> of(CommentState state, long seenAt) {
    return state.decisions().stream()
        .filter(decision -> !decision.evidence().isEmpty())
        .findFirst()
        .map(decision -> of(decision, seenAt));
  }

  private static Screened of(Decision decision, long seenAt) {
    List<Evidence> others =
        decision.evidence().stream().filter(one -> !one.screen().equals(MODEL)).toList();
    return new Screened(
        seenAt,
        decision.outcome(),
        value(decision.evidence(), MODEL),
        Score.of(others).spam(),
        value(decision.evidence(), Score.TOXICITY),
        known(decision.versions()),
        Integer.parseInt(decision.versions().getOrDefault("settings", "0")));
  }

  private static double value(List<Evidence> evidence, String screen) {
    return evidence.stream()
        .filter(one -> one.screen().equals(screen))
        .mapToDouble(one -> Double.parseDouble(one.values().getOrDefault(PROBABILITY, "0")))
        .findFirst()
        .orElse(0);
  }

  /** From {@code <shipped model>/<last example's number>}. */
  private static long known(Map<String, String> versions) {
    String version = versions.getOrDefault(MODEL, "/0");
    return Long.parseLong(version.substring(version.lastIndexOf('/') + 1));
  }

  /** Whether the model alone takes it for spam. */
  boolean likelySpam() {
    return spam >= LIKELY;
  }

  boolean stopped() {
    return outcome != Status.APPROVED;
  }
}
