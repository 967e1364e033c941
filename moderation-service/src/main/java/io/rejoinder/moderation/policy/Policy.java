package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums the weights and compares the sum with two bounds. A screen that failed holds the comment,
 * whatever the others say.
 */
public final class Policy {

  /** Raised with each change of how evidence is weighed here. */
  private static final String RULES = "1";

  private final PolicyProperties bounds;
  private final Predicate<Evidence> failed;
  private final Fallback fallback;

  /**
   * A policy.
   *
   * @param bounds on the sum of weights
   * @param failed tells the evidence of a screen that failed
   * @param fallback whether rejection is paused
   */
  public Policy(PolicyProperties bounds, Predicate<Evidence> failed, Fallback fallback) {
    this.bounds = bounds;
    this.failed = failed;
    this.fallback = fallback;
  }

  /** What names this policy in a decision: the rules' version and both bounds. */
  public String version() {
    return RULES + "/" + bounds.holdAt() + "/" + bounds.rejectAt();
  }

  /** What follows from the evidence. */
  public Finding decide(List<Evidence> evidence) {
    List<Evidence> failures = evidence.stream().filter(failed).toList();
    if (!failures.isEmpty()) {
      return new Finding(Status.HELD, null, "Held: screen failed (" + names(failures) + ")");
    }
    double sum = evidence.stream().mapToDouble(Evidence::weight).sum();
    if (sum >= bounds.rejectAt()) {
      return rejected(findings(evidence), fallback.paused());
    }
    if (sum >= bounds.holdAt()) {
      return new Finding(Status.HELD, null, "Held: " + findings(evidence));
    }
    return new Finding(Status.APPROVED, null, "Approved: nothing spoke against it");
  }

  private static Finding rejected(String findings, @Nullable String paused) {
    return paused == null
        ? new Finding(Status.REJECTED, "spam", "Rejected: " + findings)
        : new Finding(
            Status.HELD,
            null,
            "Held: would have been rejected (%s); automatic rejection is paused, since %s"
                .formatted(findings, paused),
            true);
  }

  private static String names(List<Evidence> failures) {
    return failures.stream().map(Evidence::screen).collect(Collectors.joining(", "));
  }

  private static String findings(List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.weight() > 0)
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .map(Evidence::sentence)
        .collect(Collectors.joining("; "));
  }

  /**
   * A verdict in the policy's words.
   *
   * @param outcome approved, held or rejected
   * @param reason the code of a rejection
   * @param why one sentence for a person
   * @param fallenBack whether it would have been a rejection
   */
  public record Finding(Status outcome, @Nullable String reason, String why, boolean fallenBack) {

    /** A verdict that the fallback has no part in. */
    public Finding(Status outcome, @Nullable String reason, String why) {
      this(outcome, reason, why, false);
    }
  }
}
