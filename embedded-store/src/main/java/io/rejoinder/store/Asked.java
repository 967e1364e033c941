package io.rejoinder.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a query demands of one field, so far as an index can tell. */
final class Asked {

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
