package io.rejoinder.moderation.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one version says otherwise than another. */
final class Difference {

  private static final Map<String, Function<ScreeningSettings, @Nullable Object>> VALUES =
      new LinkedHashMap<>();

  private static final Map<String, Function<ScreeningSettings, List<String>>> LISTS =
      new LinkedHashMap<>();

  static {
    VALUES.put("targets.rejectPrecision", settings -> settings.targets().rejectPrecision());
    VALUES.put("targets.honestHeld", settings -> settings.targets().honestHeld());
    VALUES.put("targets.toxicHeld", settings -> settings.targets().toxicHeld());
    VALUES.put("thresholds.hold", settings -> settings.thresholds().hold());
    VALUES.put("thresholds.reject", settings -> settings.thresholds().reject());
    VALUES.put("thresholds.toxic", settings -> settings.thresholds().toxic());
    VALUES.put("holds.everything", settings -> settings.holds().everything());
    VALUES.put("holds.untilApproved", settings -> settings.holds().untilApproved());
    VALUES.put("holds.links", settings -> settings.holds().links());
    VALUES.put("holds.images", settings -> settings.holds().images());
    VALUES.put("model", ScreeningSettings::model);
    LISTS.put("holds.sites", settings -> orNone(settings.holds().sites()));
    LISTS.put("holds.readOnly", settings -> orNone(settings.holds().readOnly()));
    LISTS.put("lists.blockedWords", settings -> settings.lists().blockedWords());
    LISTS.put("lists.suspectWords", settings -> settings.lists().suspectWords());
    LISTS.put("lists.blockedDomains", settings -> settings.lists().blockedDomains());
    LISTS.put("lists.trustedDomains", settings -> settings.lists().trustedDomains());
  }

  private Difference() {}

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  /** The changes from one version to another, in the order of the settings' parts. */
  static List<Change> between(ScreeningSettings from, ScreeningSettings to) {
    List<Change> changes = new ArrayList<>();
    VALUES.forEach((field, value) -> compare(changes, field, value.apply(from), value.apply(to)));
    LISTS.forEach(
        (field, list) -> {
          List<String> added = without(list.apply(to), list.apply(from));
          List<String> removed = without(list.apply(from), list.apply(to));
          if (!added.isEmpty() || !removed.isEmpty()) {
            changes.add(new Change(field, null, null, added, removed));
          }
        });
    rules(changes, from.rules(), to.rules());
    return changes;
  }

  private static void rules(List<Change> changes, List<Rule> from, List<Rule> to) {
    Map<String, Rule> before = byId(from);
    Map<String, Rule> after = byId(to);
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    ids.forEach(id -> compare(changes, "rules/" + id, before.get(id), after.get(id)));
  }

  private static Map<String, Rule> byId(List<Rule> rules) {
    return rules.stream()
        .collect(Collectors.toMap(Rule::id, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  private static void compare(
      List<Change> changes, String field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(new Change(field, from, to, null, null));
    }
  }

  private static List<String> without(List<String> list, List<String> other) {
    Set<String> left = new LinkedHashSet<>(list);
    left.removeAll(new LinkedHashSet<>(other));
    return List.copyOf(left);
  }

  /**
   * One change.
   *
   * @param field what changed: {@code holds.links}, {@code lists.blockedWords}, {@code rules/ID}
   * @param from the value or rule before; absent where there was none
   * @param to the value or rule after; absent where there is none
   * @param added to a list
   * @param removed from a list
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Change(
      String field,
      @Nullable Object from,
      @Nullable Object to,
      @Nullable List<String> added,
      @Nullable List<String> removed) {}
}
