package io.rejoinder.bench.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ./start} prints once all is ready: a row for each thing to know. */
final class Announcement {

  private static final String BEGIN = "Ready in ";
  private static final String END = "Ctrl-C stops it.";

  /** A name, at least two blanks, a value. */
  private static final Pattern ROW = Pattern.compile("  (\\S+(?: \\S+)*)\\s{2,}(\\S.*)");

  private final Map<String, String> rows = new HashMap<>();
  private boolean begun;

  /** Takes the next line; returns itself with the last one. */
  Optional<Announcement> heard(String line) {
    begun |= line.startsWith(BEGIN);
    Matcher row = ROW.matcher(line);
    if (begun && row.matches()) {
      rows.put(row.group(1), row.group(2));
    }
    return begun && line.equals(END) ? Optional.of(this) : Optional.empty();
  }

  Addresses addresses() {
    return new Addresses(port("site"), port("comments API"), port("console"));
  }

  String store() {
    return rows.getOrDefault("store", "not named");
  }

  private int port(String name) {
    String address = rows.get(name);
    if (address == null) {
      throw new IllegalStateException("no row \"" + name + "\" among " + rows.keySet());
    }
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
