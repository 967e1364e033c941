package io.rejoinder.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by the text in the first field of an index that is not unique. What else a query
 * demands, and the order, the library looks after: it matches what it is handed.
 *
 * <p>For the thread that holds the collection's lock.
 */
final class LookupIndex extends Index<Integer> {

  private final String field;
  private final Map<String, Positions> byText = new HashMap<>();

  /** Documents that have something else than a text there, which any query may match. */
  private final Positions others = new Positions();

  private long count;

  LookupIndex(String name, List<IndexKey> keys) {
    // Sparse: a document need not be in it.
    super(name, keys, true);
    field = keys.get(0).getKey();
  }

  @Override
  public boolean canHandle(Document query) {
    return Asked.of(query, field).isPresent();
  }

  @Override
  public Iterable<Integer> getPositions(Document query) {
    IntStream asked =
        Asked.of(query, field).orElseThrow().stream()
            .map(byText::get)
            .filter(Objects::nonNull)
            .flatMapToInt(Positions::stream);
    return IntStream.concat(asked, others.stream()).sorted().boxed().toList();
  }

  @Override
  public void add(Document document, Integer position, MongoCollection<Integer> collection) {
    of(document).add(position);
    count++;
  }

  /** Nothing: {@link #leave} takes documents away. */
  @Override
  public @Nullable Integer remove(Document document) {
    return null;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Integer position, MongoCollection<Integer> collection) {
    if (!Objects.equals(before.get(field), after.get(field))) {
      leave(before, position);
      add(after, position, collection);
    }
  }

  private Positions of(Document document) {
    return document.get(field) instanceof String text
        ? byText.computeIfAbsent(text, t -> new Positions())
        : others;
  }

  /** Takes a document away. */
  void leave(Document document, int position) {
    Positions positions = of(document);
    if (positions.remove(position)) {
      count--;
    }
    if (positions.isEmpty() && document.get(field) instanceof String text) {
      byText.remove(text);
    }
  }

  @Override
  public @Nullable Integer getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Integer> collection) {
    // Whatever there is may be added.
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {
    // Whatever there is may be changed.
  }

  @Override
  public long getCount() {
    return count;
  }

  @Override
  public long getDataSize() {
    return count * Integer.BYTES;
  }

  @Override
  public void drop() {
    byText.clear();
  }

  /** Where documents lie: nearly always in ascending order as they come. */
  private static final class Positions {

    private int[] all = new int[1];
    private int size;

    void add(int position) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = position;
    }

    boolean remove(int position) {
      for (int i = 0; i < size; i++) {
        if (all[i] == position) {
          System.arraycopy(all, i + 1, all, i, --size - i);
          return true;
        }
      }
      return false;
    }

    boolean isEmpty() {
      return size == 0;
    }

    IntStream stream() {
      return Arrays.stream(all, 0, size);
    }
  }
}
