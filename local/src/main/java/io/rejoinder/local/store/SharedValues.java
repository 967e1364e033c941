package io.rejoinder.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds documents so that equal names and values are one object. As they come off the wire each
 * field's name is a string of its own, and a comment has its text, times and ids several times:
 * about half of what a document takes. A small table remembers what was met lately. For one thread
 * at a time.
 */
final class SharedValues {

  /** A power of two; holds the names of all fields, the statuses, and some hundred live threads. */
  private static final int REMEMBERED = 1024;

  private final @Nullable Object[] lately = new Object[REMEMBERED];

  /** A document that is equal to this one. */
  Document shared(Document document) {
    Document rebuilt = new Document();
    document.forEach((name, value) -> rebuilt.put((String) one(name), value(value)));
    return rebuilt;
  }

  private @Nullable Object value(@Nullable Object value) {
    if (value instanceof Document document) {
      return shared(document);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> rebuilt = new ArrayList<>(list.size());
      list.forEach(element -> rebuilt.add(value(element)));
      return rebuilt;
    }
    return value instanceof String || value instanceof Instant || value instanceof Number
        ? one(value)
        : value;
  }

  private Object one(Object value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
    Object known = lately[place];
    if (known != null && known.equals(value)) {
      return known;
    }
    lately[place] = value;
    return value;
  }
}
