package io.rejoinder.moderation.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of one version of the settings, compiled. Immutable, threadsafe.
 *
 * <p>A rule is true, false or unknown; it acts where it is enabled and true. One that can no longer
 * be read, because a newer release of the product has dropped a name, is unknown.
 */
public final class Rules {

  /** The name of the rules in evidence. */
  public static final String SCREEN = "rules";

  private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

  private final int version;
  private final List<Asked> asked;

  private Rules(int version, List<Asked> asked) {
    this.version = version;
    this.asked = List.copyOf(asked);
  }

  /** The rules of this version, those that are off left out. Some milliseconds for each. */
  public static Rules of(ScreeningSettings settings) {
    List<Asked> asked = new ArrayList<>();
    for (Rule rule : settings.rules()) {
      if (rule.mode() != Rule.Mode.OFF) {
        asked.add(new Asked(rule, expression(rule)));
      }
    }
    return new Rules(settings.version(), asked);
  }

  private static @Nullable Expression expression(Rule rule) {
    Language.Read read = Language.read(rule.expression());
    CelAbstractSyntaxTree tree = read.tree();
    if (tree == null) {
      LOG.warn("rule {} is unknown: {}", rule.id(), read.faults());
      return null;
    }
    return Expression.of(tree);
  }

  /** Why this expression is no rule; empty if it is one. */
  public static List<ExpressionFault> faults(String expression) {
    return Language.read(expression).faults();
  }

  /** Instructions of the regular expressions in this expression; 0 if it is no rule. */
  public static int instructions(String expression) {
    return Language.read(expression).instructions();
  }

  /** What each rule says, in their order. */
  public List<RuleVerdict> verdicts(Facts facts) {
    if (asked.isEmpty()) {
      return List.of();
    }
    KnownFacts known = new KnownFacts(facts);
    List<RuleVerdict> verdicts = new ArrayList<>(asked.size());
    for (Asked one : asked) {
      Expression expression = one.expression();
      Truth result = expression == null ? Truth.UNKNOWN : expression.of(known);
      verdicts.add(new RuleVerdict(one.rule(), result));
    }
    return verdicts;
  }

  /** What follows: the strongest action of those that act, rejections first. */
  public static Optional<RuleVerdict> strongest(List<RuleVerdict> verdicts) {
    return verdicts.stream()
        .filter(RuleVerdict::acts)
        .max(Comparator.comparing(verdict -> verdict.rule().action()));
  }

  /** The verdicts as evidence of the screen {@code rules}; empty where no rule was asked. */
  public Optional<Evidence> evidence(List<RuleVerdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    verdicts.forEach(verdict -> values.put(verdict.rule().id(), verdict.result().word()));
    values.put("version", Integer.toString(version));
    return Optional.of(new Evidence(SCREEN, 0, sentence(verdicts), List.of(), values));
  }

  private static String sentence(List<RuleVerdict> verdicts) {
    String acting = names(verdicts.stream().filter(RuleVerdict::acts));
    String shadow = names(verdicts.stream().filter(v -> v.result() == Truth.TRUE && !v.acts()));
    long unknown = verdicts.stream().filter(v -> v.result() == Truth.UNKNOWN).count();
    List<String> parts = new ArrayList<>();
    parts.add(acting.isEmpty() ? "no rule applies" : "rules that apply: " + acting);
    if (!shadow.isEmpty()) {
      parts.add("in shadow: " + shadow);
    }
    if (unknown > 0) {
      parts.add(unknown + " unknown");
    }
    return String.join("; ", parts);
  }

  private static String names(Stream<RuleVerdict> verdicts) {
    return verdicts.map(verdict -> verdict.rule().name()).collect(Collectors.joining(", "));
  }

  private record Asked(Rule rule, @Nullable Expression expression) {}
}
