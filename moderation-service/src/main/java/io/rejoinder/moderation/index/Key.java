package io.rejoinder.moderation.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * The place of an item in its list.
 *
 * @param value what the list is ordered by
 * @param id the comment's id
 */
public record Key(long value, String id) {

  private static final Pattern SHAPE = Pattern.compile("(-?[0-9]{1,18})-([0-9a-f]{32})");

  /** The place of this item in a list of this order. */
  public static Key of(Item item, Order order) {
    return new Key(order.valueOf(item), item.id());
  }

  /** The key that a client sent; empty if it is none. */
  public static Optional<Key> read(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(new Key(Long.parseLong(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  /** What a client sends back. */
  public String text() {
    return value + "-" + id;
  }

  /** Behind every document of this place: no document has a number as high. */
  FieldDoc behind(int documents) {
    return new FieldDoc(
        Math.max(0, documents - 1), Float.NaN, new Object[] {value, new BytesRef(id)});
  }
}
