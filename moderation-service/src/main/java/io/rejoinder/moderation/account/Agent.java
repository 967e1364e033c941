package io.rejoinder.moderation.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Browser and system in a few words, so that somebody can tell their own sessions apart. What a
 * browser says of itself names others too, so the order counts.
 */
final class Agent {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Agent() {}

  /** Of a {@code User-Agent} header; null where nothing in it is known. */
  static @Nullable String of(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String words =
        Stream.of(first(BROWSERS, header), first(SYSTEMS, header))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? null : words;
  }

  private static Optional<String> first(Map<String, String> names, String header) {
    return names.entrySet().stream()
        .filter(name -> header.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
