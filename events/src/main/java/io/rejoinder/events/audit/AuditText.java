package io.rejoinder.events.audit;

import io.rejoinder.events.comment.By;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the hash of an entry is made of. */
final class AuditText {

  private AuditText() {}

  /** As entries without a kind were hashed, which stay what they are for ever. */
  static String joined(AuditEntry entry) {
    By by = entry.by();
    return all(
            entry.previous(),
            entry.number(),
            entry.comment(),
            entry.revision(),
            entry.decision(),
            lower(entry.outcome()),
            by == null ? null : by.account(),
            entry.reason(),
            entry.undoes(),
            entry.at())
        .stream()
        .map(part -> part == null ? "" : part)
        .collect(Collectors.joining("|"));
  }

  /** Each part with its length: no two entries have the same text, whatever their parts hold. */
  static String measured(AuditEntry entry) {
    By by = entry.by();
    List<@Nullable String> parts =
        all(
            entry.previous(),
            entry.number(),
            entry.kind(),
            entry.subject(),
            entry.comment(),
            entry.revision(),
            entry.decision(),
            lower(entry.outcome()),
            by == null ? null : lower(by.kind()),
            by == null ? null : by.account(),
            by == null ? null : by.name(),
            entry.reason(),
            entry.undoes(),
            entry.at());
    Map<String, String> codes = entry.codes();
    if (codes != null) {
      new TreeMap<>(codes).forEach((name, value) -> parts.addAll(List.of(name, value)));
    }
    return parts.stream()
        .map(part -> part == null ? "-" : part.length() + ":" + part)
        .collect(Collectors.joining());
  }

  private static List<@Nullable String> all(@Nullable Object... parts) {
    List<@Nullable String> all = new ArrayList<>();
    Arrays.stream(parts).forEach(part -> all.add(part == null ? null : part.toString()));
    return all;
  }

  private static @Nullable String lower(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }
}
