package io.rejoinder.bench.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lists of {@code phrases.txt}: a line each, below their {@code [heading]}. */
final class Phrases {

  private final Map<String, List<String>> lists = new HashMap<>();

  Phrases() {
    try (InputStream in = Phrases.class.getResourceAsStream("phrases.txt")) {
      if (in == null) {
        throw new IllegalStateException("phrases.txt: not on the class path");
      }
      read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(BufferedReader reader) throws IOException {
    List<String> list = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[")) {
        list = lists.computeIfAbsent(line.substring(1, line.length() - 1), k -> new ArrayList<>());
      } else if (!line.isBlank()) {
        list.add(line.strip());
      }
    }
  }

  List<String> list(String heading) {
    List<String> list = lists.get(heading);
    if (list == null) {
      throw new IllegalArgumentException(
          "heading: " + heading + " (expected: " + lists.keySet() + ")");
    }
    return list;
  }

  /** The phrases of a list as they stand in JSON: they hold nothing that would be escaped. */
  byte[][] bytes(String heading) {
    return list(heading).stream()
        .map(phrase -> phrase.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}
