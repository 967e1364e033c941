package io.rejoinder.moderation.screening;

import java.util.List;
import java.util.function.Supplier;

/** A list of words of the site's settings, made ready once for each version. For one thread. */
final class SiteWords {

  private final Supplier<List<String>> lines;
  private List<String> last = List.of();
  private Words words = Words.of("");

  SiteWords(Supplier<List<String>> lines) {
    this.lines = lines;
  }

  Words current() {
    List<String> now = lines.get();
    if (now != last && !now.equals(last)) {
      words = Words.of(String.join("\n", now));
      last = now;
    }
    return words;
  }
}
