package io.rejoinder.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a query demands of one field, so far as an index can tell. */
final class Asked {

  private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");

  private Asked() {}

  /**
   * The texts of which a field must have one for the query to match; empty if the query does not
   * say so, or says it in a way that is not looked for here.
   */
  static Optional<List<String>> of(Document query, String field) {
    Optional<List<String>> direct = texts(query.get(field));
    if (direct.isPresent() || !(query.get("$and") instanceof List<?> parts)) {
      return direct;
    }
    return parts.stream()
        .filter(Document.class::isInstance)
        .map(part -> of((Document) part, field))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether a query demands that a field be one of some texts, and nothing else. */
  static boolean nothingBut(Document query, String field) {
    return query.size() == 1
        && texts(query.get(field)).isPresent()
        && !(query.get(field) instanceof Document operators && operators.size() > 1);
  }

  /**
   * The fields that decide whether a document matches a query, and where it comes in an order;
   * empty if that cannot be told.
   */
  static Optional<Set<String>> fields(Document query, @Nullable Document order) {
    Set<String> names = new HashSet<>();
    boolean all = collect(query, names) && (order == null || collect(order, names));
    return all ? Optional.of(names) : Optional.empty();
  }

  private static boolean collect(Document demand, Set<String> names) {
    for (Map.Entry<String, Object> entry : demand.entrySet()) {
      if (!entry.getKey().startsWith("$")) {
        names.add(field(entry.getKey()));
      } else if (!LOGICAL.contains(entry.getKey())
          || !(entry.getValue() instanceof Collection<?> parts)
          || !parts.stream().allMatch(part -> part instanceof Document d && collect(d, names))) {
        return false;
      }
    }
    return true;
  }

  /** The fields that a projection wants; empty for all, or all but some. */
  static Optional<Set<String>> wanted(@Nullable Document projection) {
    if (projection == null || !projection.values().stream().allMatch(Asked::included)) {
      return Optional.empty();
    }
    Set<String> names = projection.keySet().stream().map(Asked::field).collect(Collectors.toSet());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    names.add("_id");
    return Optional.of(names);
  }

  private static boolean included(@Nullable Object value) {
    return (value instanceof Number || value instanceof Boolean) && Utils.isTrue(value);
  }

  /** The name of the field that a path begins with. */
  private static String field(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static Optional<List<String>> texts(@Nullable Object demand) {
    if (demand instanceof String text) {
      return Optional.of(List.of(text));
    }
    if (demand instanceof Document operators) {
      return operators.get("$in") instanceof List<?> any
          ? allTexts(any)
          : texts(operators.get("$eq"));
    }
    return Optional.empty();
  }

  private static Optional<List<String>> allTexts(List<?> any) {
    return any.stream().allMatch(String.class::isInstance)
        ? Optional.of(any.stream().map(String.class::cast).distinct().toList())
        : Optional.empty();
  }
}
