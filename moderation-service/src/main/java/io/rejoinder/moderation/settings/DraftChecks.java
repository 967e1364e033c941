package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.Targets;
import io.rejoinder.moderation.rule.ExpressionFault;
import io.rejoinder.moderation.rule.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of settings: what a person can oversee, and what one record can hold. */
final class DraftChecks {

  private static final int RULES = 100;
  private static final int NAME = 100;
  private static final int EXPRESSION = 2_000;
  private static final int WORDS = 5_000;
  private static final int WORD = 100;
  private static final int DOMAINS = 10_000;
  private static final int COUNT = 1_000;

  /** A rejection that is wrong as often as right is no target. */
  private static final double LEAST_PRECISION = 0.5;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** What evidence says of itself under the same names. */
  private static final Set<String> RESERVED = Set.of("version", "failed", "hold");

  private static final int SITES = 100;

  /** As comment-service has them. */
  private static final Pattern SITE = Pattern.compile("(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*+");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)[\\p{L}\\p{M}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{M}\\p{N}_-]{1,63})++");

  /**
   * Instructions of all regular expressions: what a text of 5,000 characters costs at most is this
   * times its length, some tens of milliseconds.
   */
  private static final int INSTRUCTIONS = 5_000;

  private final Faults faults = new Faults();
  private final Set<String> models;
  private int instructions;

  /**
   * Checks.
   *
   * @param models the versions of the installation's own models
   */
  DraftChecks(Set<String> models) {
    this.models = models;
  }

  /** Raises everything that is out of bounds. */
  void all(Draft draft) {
    if (faults.present("targets", draft.targets()) && draft.targets() != null) {
      targets(draft.targets(), faults);
    }
    holds(draft.holds());
    lists(draft.lists());
    rules(draft.rules());
    model(draft.model());
    faults.raise();
  }

  private void model(@Nullable String model) {
    if (model != null && !models.contains(model)) {
      faults.model(model, models);
    }
  }

  static void targets(Targets targets, Faults faults) {
    faults.within("targets.rejectPrecision", targets.rejectPrecision(), LEAST_PRECISION, 1);
    faults.within("targets.honestHeld", targets.honestHeld(), 0, 1);
    faults.within("targets.toxicHeld", targets.toxicHeld(), 0, 1);
  }

  private void holds(@Nullable Holds holds) {
    if (faults.present("holds", holds) && holds != null) {
      faults.within("holds.untilApproved", holds.untilApproved(), 0, COUNT);
      if (holds.links() != null) {
        faults.within("holds.links", holds.links(), 1, COUNT);
      }
      if (holds.images() != null) {
        faults.within("holds.images", holds.images(), 1, COUNT);
      }
      sites("holds.sites", holds.sites());
      sites("holds.readOnly", holds.readOnly());
    }
  }

  private void sites(String field, @Nullable List<String> sites) {
    if (sites == null) {
      return;
    }
    entries(field, sites, SITES);
    for (int i = 0; i < sites.size(); i++) {
      if (!SITE.matcher(sites.get(i)).matches()) {
        faults.add(
            field + "[" + i + "]",
            sites.get(i).length() + " characters",
            "a site's id such as reviews, 1..32 of a-z, 0-9, with single hyphens between");
      }
    }
  }

  private void lists(@Nullable Lists lists) {
    if (faults.present("lists", lists) && lists != null) {
      Lists clean = CleanLists.of(lists);
      words("lists.blockedWords", clean.blockedWords());
      words("lists.suspectWords", clean.suspectWords());
      domains("lists.blockedDomains", clean.blockedDomains());
      domains("lists.trustedDomains", clean.trustedDomains());
    }
  }

  private void words(String field, List<String> words) {
    entries(field, words, WORDS);
    for (int i = 0; i < words.size(); i++) {
      faults.length(field + "[" + i + "]", words.get(i), WORD);
    }
  }

  private void domains(String field, List<String> domains) {
    entries(field, domains, DOMAINS);
    for (int i = 0; i < domains.size(); i++) {
      if (!DOMAIN.matcher(domains.get(i)).matches()) {
        faults.add(
            field + "[" + i + "]",
            domains.get(i).length() + " characters",
            "a domain such as example.com, 1..253 characters");
      }
    }
  }

  private void entries(String field, List<?> list, int most) {
    if (list.size() > most) {
      faults.add(field, list.size() + " entries", "at most " + most + " entries");
    }
  }

  private void rules(@Nullable List<Rule> rules) {
    if (!faults.present("rules", rules) || rules == null) {
      return;
    }
    entries("rules", rules, RULES);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < Math.min(RULES, rules.size()); i++) {
      rule("rules[" + i + "]", rules.get(i), ids);
    }
    if (instructions > INSTRUCTIONS) {
      faults.add(
          "rules",
          instructions + " instructions of regular expressions",
          "at most " + INSTRUCTIONS + " instructions, all in all");
    }
  }

  private void rule(String field, @Nullable Rule rule, Set<String> ids) {
    if (!faults.present(field, rule) || rule == null) {
      return;
    }
    if (!ID.matcher(rule.id()).matches() || RESERVED.contains(rule.id())) {
      faults.add(
          field + ".id",
          rule.id().length() + " characters",
          "1..64 letters, digits and hyphens, none of " + RESERVED);
    } else if (!ids.add(rule.id())) {
      faults.add(field + ".id", rule.id(), "unlike that of every other rule");
    }
    faults.length(field + ".name", rule.name().strip(), NAME);
    int before = faults.count();
    faults.length(field + ".expression", rule.expression(), EXPRESSION);
    if (faults.count() == before) {
      expression(field + ".expression", rule.expression());
    }
  }

  private void expression(String field, String expression) {
    for (ExpressionFault fault : Rules.faults(expression)) {
      faults.add(
          Map.of(
              "field", field,
              "value", "line " + fault.line() + ", column " + fault.column(),
              "bound", fault.message(),
              "line", fault.line(),
              "column", fault.column()));
    }
    instructions += Rules.instructions(expression);
  }
}
