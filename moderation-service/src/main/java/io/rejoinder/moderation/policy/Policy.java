package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from evidence under a version of the settings. A pure function.
 *
 * <p>In this order: what a suspended or banned author writes is rejected; a screen that failed
 * holds the comment, whatever the others say; the rules' word is law; what is almost surely spam is
 * rejected; a condition of the site or a finding that is reason by itself holds it; so does a
 * probability above its threshold. In a thread whose comments wait for a moderator, no rule
 * approves one.
 */
public final class Policy {

  /** Raised with each change of how evidence is weighed here. */
  public static final String VERSION = "4";

  /** The value of evidence that is reason enough to hold a comment. */
  static final String HOLD = "hold";

  /** The value of evidence that says that only a moderator approves. */
  static final String PREMODERATED = "premoderated";

  /** The value of evidence that says how moderators have the author stand. */
  static final String STANDING = "standing";

  /** The code of a rejection of all that an author writes. */
  static final String AUTHOR = "author";

  private final Predicate<Evidence> failed;

  /**
   * A policy.
   *
   * @param failed tells the evidence of a screen that failed
   */
  public Policy(Predicate<Evidence> failed) {
    this.failed = failed;
  }

  /** What follows. */
  Finding decide(Case given) {
    Optional<Finding> refused = refused(given.evidence());
    if (refused.isPresent()) {
      return refused.get();
    }
    List<Evidence> failures = given.evidence().stream().filter(failed).toList();
    if (!failures.isEmpty()) {
      return held("screen failed (" + names(failures) + ")");
    }
    if (given.rule() != null && !onlyByAModerator(given.rule(), given.evidence())) {
      return ruled(given.rule());
    }
    if (given.score().spam() >= given.settings().thresholds().reject()) {
      return rejected(findings(given.evidence()), given.paused());
    }
    return reasons(given)
        .findFirst()
        .map(Policy::held)
        .orElseGet(() -> new Finding(Status.APPROVED, null, "Approved: nothing spoke against it"));
  }

  /** Moderators decided so beforehand: no pause of automatic rejection touches it. */
  private static Optional<Finding> refused(List<Evidence> evidence) {
    return standing(evidence)
        .filter(one -> stands(one, "suspended") || stands(one, "banned"))
        .map(one -> new Finding(Status.REJECTED, AUTHOR, "Rejected: " + one.sentence()));
  }

  private static Optional<Evidence> standing(List<Evidence> evidence) {
    return evidence.stream().filter(one -> one.values().containsKey(STANDING)).findFirst();
  }

  private static boolean stands(Evidence evidence, String so) {
    return so.equals(evidence.values().get(STANDING));
  }

  private static boolean onlyByAModerator(Rule rule, List<Evidence> evidence) {
    return rule.action() == Rule.Action.APPROVE
        && evidence.stream().anyMatch(one -> one.values().containsKey(PREMODERATED));
  }

  private static Finding ruled(Rule rule) {
    String why = "rule “" + rule.name() + "”";
    return switch (rule.action()) {
      case REJECT -> new Finding(Status.REJECTED, "rule", "Rejected: " + why);
      case HOLD -> held(why);
      case APPROVE -> new Finding(Status.APPROVED, null, "Approved: " + why);
    };
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

  private static Stream<String> reasons(Case given) {
    Thresholds thresholds = given.settings().thresholds();
    Score score = given.score();
    List<String> reasons = new ArrayList<>();
    boolean trusted = standing(given.evidence()).filter(one -> stands(one, "trusted")).isPresent();
    condition(given, trusted).ifPresent(reasons::add);
    given.evidence().stream()
        .filter(one -> one.values().containsKey(HOLD))
        .map(Evidence::sentence)
        .forEach(reasons::add);
    if (score.toxic() >= thresholds.toxic()) {
      reasons.add("may be toxic");
    }
    if (score.spam() >= thresholds.hold() && !trusted) {
      reasons.add(findings(given.evidence()));
    }
    // A condition and what a screen found may be the same: it is said once.
    return reasons.isEmpty()
        ? Stream.of()
        : Stream.of(
            reasons.stream()
                .flatMap(reason -> Arrays.stream(reason.split("; ")))
                .distinct()
                .collect(Collectors.joining("; ")));
  }

  /** The site's condition that the comment meets, if it meets one. */
  private static Optional<String> condition(Case given, boolean trusted) {
    Holds holds = given.settings().holds();
    List<Evidence> evidence = given.evidence();
    if (holds.all(given.site())) {
      return Optional.of("every comment waits here");
    }
    if (trusted) {
      return Optional.empty();
    }
    if (holds.untilApproved() > 0
        && value(evidence, "author", "approved") < holds.untilApproved()) {
      return Optional.of(
          holds.untilApproved() == 1
              ? "the first comment of its author"
              : "fewer than " + holds.untilApproved() + " comments of its author were approved");
    }
    return Stream.of("links", "images")
        .filter(what -> reaches(value(evidence, "links", what), bound(holds, what)))
        .map(what -> "%.0f %s".formatted(value(evidence, "links", what), what))
        .findFirst();
  }

  private static @Nullable Integer bound(Holds holds, String what) {
    return what.equals("links") ? holds.links() : holds.images();
  }

  private static boolean reaches(double value, @Nullable Integer bound) {
    return bound != null && value >= bound;
  }

  private static double value(List<Evidence> evidence, String screen, String name) {
    return evidence.stream()
        .filter(one -> one.screen().equals(screen))
        .map(one -> one.values().getOrDefault(name, "0"))
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElse(0);
  }

  private static Finding held(String why) {
    return new Finding(Status.HELD, null, "Held: " + why);
  }

  private static String names(List<Evidence> failures) {
    return failures.stream().map(Evidence::screen).collect(Collectors.joining(", "));
  }

  private static String findings(List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.weight() > 0 && !one.screen().equals(Score.TOXICITY))
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
