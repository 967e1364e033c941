package io.rejoinder.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who may ask what, as {@code access.txt} says, which tells its format, too. */
final class AccessTable {

  private static final String OPEN = "open";
  private static final int CELLS = 2;
  private static final int VARIABLES = CELLS + Caller.values().length;

  private AccessTable() {}

  /** The columns, in their order. */
  enum Caller {
    ANONYMOUS,
    MUST_CHANGE,
    MODERATOR,
    SENIOR,
    ADMINISTRATOR
  }

  /** A route and what each caller meets there. */
  record Row(String method, String path, Map<Caller, String> cells, Map<String, String> variables) {

    static Row of(String line) {
      String[] words = line.split("\\s+", -1);
      if (words.length < VARIABLES) {
        throw new IllegalArgumentException(
            "%d words (expected: %d or more): %s".formatted(words.length, VARIABLES, line));
      }
      Map<Caller, String> cells = new EnumMap<>(Caller.class);
      Iterator<String> columns = List.of(words).subList(CELLS, VARIABLES).iterator();
      for (Caller caller : Caller.values()) {
        String cell = columns.next();
        if (!cell.matches("open|[1-5][0-9]{2}")) {
          throw new IllegalArgumentException(cell + " (expected: open or a status): " + line);
        }
        cells.put(caller, cell);
      }
      Map<String, String> variables = new LinkedHashMap<>();
      for (String variable : Arrays.copyOfRange(words, VARIABLES, words.length)) {
        int is = variable.indexOf('=');
        variables.put(variable.substring(0, is), variable.substring(is + 1));
      }
      return new Row(words[0], words[1], cells, variables);
    }

    String route() {
      return method + " " + path;
    }

    /** The path with something in place of each variable. */
    String address() {
      String address = path;
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        address = address.replace(variable.getKey(), variable.getValue());
      }
      if (address.matches(".*[{}*].*")) {
        throw new IllegalArgumentException("no value for a variable of " + path);
      }
      return address;
    }

    /** Whether an answer of this status is what the table says. */
    boolean allows(Caller caller, int status) {
      String cell = Objects.requireNonNull(cells.get(caller));
      return cell.equals(OPEN)
          ? status < 500 && !List.of(401, 403, 404, 405).contains(status)
          : cell.equals(String.valueOf(status));
    }
  }

  static List<Row> rows() {
    try (InputStream file =
        Objects.requireNonNull(AccessTable.class.getResourceAsStream("access.txt"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Row::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
