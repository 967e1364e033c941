package io.rejoinder.system;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that try to run as a script in the page that shows them: of two public collections, which
 * the module {@code web} brings along for tests. They stand in no file of this repository.
 */
final class HostileTexts {

  private static final Path PACKAGES = Path.of("..", "web", "node_modules");

  /** Test cases of DOMPurify 0.6.0 (MPL 2.0). */
  private static final Path PURIFY = PACKAGES.resolve("dompurify-vectors/test/expect.json");

  /** The Big List of Naughty Strings (MIT). */
  private static final Path NAUGHTY = PACKAGES.resolve("blns/resources/blns.json");

  /** Bounds of the service. */
  private static final int LONGEST_TEXT = 5_000;

  private static final int LONGEST_NAME = 80;

  private HostileTexts() {}

  /** All of them, each once. */
  static List<String> all() {
    JsonMapper json = JsonMapper.shared();
    Set<String> all = new LinkedHashSet<>();
    for (JsonNode one : json.readTree(PURIFY.toFile())) {
      all.add(one.get("payload").asString());
    }
    for (JsonNode one : json.readTree(NAUGHTY.toFile())) {
      String text = one.asString();
      if (text.contains("<") || text.toLowerCase(Locale.ROOT).contains("script:")) {
        all.add(text);
      }
    }
    all.removeIf(String::isBlank);
    return List.copyOf(all);
  }

  /** The payload as a comment: by itself, as the words of a link, as its target, and bare. */
  static String text(String payload) {
    String line = payload.replaceAll("\\R", " ").strip();
    String all =
        payload + "\n\n[see](" + line + ") [" + line + "](https://lantern.example) <" + line + ">";
    return cut(cut(all, LONGEST_TEXT).equals(all) ? all : payload, LONGEST_TEXT);
  }

  /** The payload as an author's name, which is one line without control characters. */
  static String name(String payload) {
    return cut(payload.replaceAll("\\p{Cntrl}", " ").strip(), LONGEST_NAME);
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
