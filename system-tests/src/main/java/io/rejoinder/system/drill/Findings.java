package io.rejoinder.system.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is not as it must be: by comment where it is about one. Threadsafe. */
final class Findings {

  private final Map<String, String> missing = new LinkedHashMap<>();
  private final Map<String, String> doubled = new LinkedHashMap<>();
  private final Set<String> wrong = new TreeSet<>();

  /** An accepted comment is not where, or not as, it must be. */
  synchronized void missing(String comment, String why) {
    missing.putIfAbsent(comment, why);
  }

  /** A comment, a version or an outcome is there twice. */
  synchronized void doubled(String what, String why) {
    doubled.putIfAbsent(what, why);
  }

  /** Something else is not right. */
  synchronized void wrong(String what) {
    wrong.add(what);
  }

  synchronized int missing() {
    return missing.size();
  }

  synchronized int doubled() {
    return doubled.size();
  }

  synchronized boolean none() {
    return missing.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
  }

  /** The first few of each, for a person. */
  synchronized void show(Progress progress, int most) {
    show(progress, "missing", missing, most);
    show(progress, "double", doubled, most);
    wrong.stream().limit(most).forEach(what -> progress.plain("  wrong: %s".formatted(what)));
  }

  private static void show(Progress progress, String kind, Map<String, String> all, int most) {
    all.entrySet().stream()
        .limit(most)
        .forEach(
            one -> progress.plain("  %s: %s: %s".formatted(kind, one.getKey(), one.getValue())));
    if (all.size() > most) {
      progress.plain("  %s: %d more".formatted(kind, all.size() - most));
    }
  }
}
