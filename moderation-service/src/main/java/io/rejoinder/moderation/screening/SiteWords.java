package io.rejoinder.moderation.screening;

import java.util.IdentityHashMap;
import java.util.List;

/** Lists of words of the site's settings, made ready once for each version. Threadsafe. */
final class SiteWords {

  /** Versions that are asked for at once: the one in force, and those that are tried. */
  private static final int VERSIONS = 8;

  private final IdentityHashMap<List<String>, Words> ready = new IdentityHashMap<>();

  /** The list, made ready. */
  synchronized Words of(List<String> lines) {
    Words words = ready.get(lines);
    if (words == null) {
      if (ready.size() == VERSIONS) {
        ready.clear();
      }
      words = Words.of(String.join("\n", lines));
      ready.put(lines, words);
    }
    return words;
  }
}
