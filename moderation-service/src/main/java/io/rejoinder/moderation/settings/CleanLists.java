package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Lists;
import java.util.List;
import java.util.Locale;

/** Lists without surrounding space, empty lines and repetitions; domains in lower case. */
final class CleanLists {

  private CleanLists() {}

  static Lists of(Lists lists) {
    return new Lists(
        words(lists.blockedWords()),
        words(lists.suspectWords()),
        domains(lists.blockedDomains()),
        domains(lists.trustedDomains()));
  }

  private static List<String> words(List<String> words) {
    return words.stream().map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
  }

  private static List<String> domains(List<String> domains) {
    return domains.stream()
        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
        .filter(domain -> !domain.isEmpty())
        .distinct()
        .toList();
  }
}
