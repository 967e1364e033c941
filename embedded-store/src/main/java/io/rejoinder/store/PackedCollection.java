package io.rejoinder.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Documents as BSON, unpacked as they are read: a quarter of what they take as maps, and one object
 * for the collector where there were some fifty.
 */
final class PackedCollection extends AbstractSynchronizedMongoCollection<Integer> {

  /** As a demand: every document; as an order: none. */
  private static final Document ALL = new Document();

  private static final ThreadLocal<Beginning> BEGINNING = new ThreadLocal<>();

  private final PackedDocuments documents = new PackedDocuments();
  private final List<LookupIndex> lookups = new ArrayList<>();
  private @Nullable UniqueIndex ids;

  PackedCollection(
      MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
    super(database, name, options, cursors);
  }

  @Override
  public synchronized void addIndex(Index<Integer> index) {
    super.addIndex(index);
    if (index instanceof UniqueIndex unique && ids == null) {
      ids = unique;
    } else if (index instanceof LookupIndex lookup) {
      lookups.removeIf(known -> known.getName().equals(lookup.getName()));
      lookups.add(lookup);
    }
  }

  /** An index is not told of which position a document is taken, and unique ones alone know. */
  @Override
  public synchronized void removeDocument(Document document) {
    Integer position = ids == null ? null : ids.getPosition(document);
    if (position != null) {
      lookups.forEach(lookup -> lookup.leave(document, position));
    }
    super.removeDocument(document);
  }

  @Override
  protected Integer addDocumentInternal(Document document) {
    return documents.add(document);
  }

  @Override
  protected void handleUpdate(Integer position, Document before, Document after) {
    documents.replace(position, after);
  }

  @Override
  protected void removeDocument(Integer position) {
    documents.remove(position);
  }

  @Override
  protected Document getDocument(Integer position) {
    return documents.read(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
    return documents
        .positions()
        .mapToObj(position -> new DocumentWithPosition<>(documents.read(position), position));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    List<Integer> positions =
        documents.positions().boxed().collect(Collectors.toCollection(ArrayList::new));
    if (isNaturalDescending(order)) {
      Collections.reverse(positions);
    }
    return matchDocuments(query, positions, order, skip, limit, batch, fields);
  }

  /**
   * Reads no more of a document than it takes to tell whether it is asked for, and the whole, or
   * the fields that are wanted, of those that are. What an index found by ids is not compared with
   * all of those ids again, which would take the square of their number.
   */
  @Override
  protected QueryResult matchDocuments(
      Document query,
      Iterable<Integer> positions,
      @Nullable Document order,
      int skip,
      int limit,
      int batch,
      @Nullable Document fields) {
    boolean byIds = ids != null && ids.canHandle(query) && Asked.nothingBut(query, "_id");
    Document demand = byIds ? ALL : query;
    Set<String> deciding = Asked.fields(demand, order).orElse(null);
    Set<String> wanted = Asked.wanted(fields).orElse(null);
    Stream<Integer> candidates = StreamSupport.stream(positions.spliterator(), false);
    if (deciding != null && wanted == null && !(deciding.isEmpty() && limit == 0)) {
      Stream<Document> chosen =
          choose(candidates, deciding, demand, order, skip, limit).map(documents::read);
      return matchDocumentsFromStream(chosen, ALL, ALL, 0, 0, batch, fields);
    }
    Stream<Document> read =
        deciding == null || wanted == null
            ? candidates.map(documents::read)
            : candidates.map(only(union(deciding, wanted)));
    return matchDocumentsFromStream(read, demand, order, skip, limit, batch, fields);
  }

  /** The positions of what is asked for, in the order that is asked for. */
  private Stream<Integer> choose(
      Stream<Integer> positions,
      Set<String> deciding,
      Document demand,
      @Nullable Document order,
      int skip,
      int limit) {
    Function<Integer, Document> read = only(deciding);
    Stream<DocumentWithPosition<Integer>> found =
        positions
            .map(position -> new DocumentWithPosition<>(read.apply(position), position))
            .filter(candidate -> documentMatchesQuery(candidate.getDocument(), demand));
    Comparator<Document> comparator = deriveComparator(order);
    if (comparator != null) {
      found = found.sorted(Comparator.comparing(DocumentWithPosition::getDocument, comparator));
    }
    Stream<Integer> chosen = found.map(DocumentWithPosition::getPosition).skip(skip);
    return limit > 0 ? chosen.limit(limit) : chosen;
  }

  private Function<Integer, Document> only(Set<String> names) {
    Packed.Fields fields = new Packed.Fields(names);
    return position -> fields.of(documents.at(position));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /**
   * Narrows this thread's next {@link #queryAllAsStream}.
   *
   * @param match which documents
   * @param fields which of their fields, as a projection; empty for all
   */
  void beginWith(Document match, Document fields) {
    BEGINNING.set(new Beginning(this, match, fields));
  }

  @Override
  public synchronized Stream<Document> queryAllAsStream() {
    Beginning beginning = BEGINNING.get();
    BEGINNING.remove();
    QueryResult result =
        beginning != null && beginning.collection == this
            ? queryDocuments(beginning.match, null, 0, 0, 0, beginning.fields)
            : queryDocuments(ALL, null, 0, 0, 0, null);
    return StreamSupport.stream(result.spliterator(), false);
  }

  private record Beginning(PackedCollection collection, Document match, Document fields) {}

  @Override
  public synchronized int count() {
    return documents.count();
  }

  /** {@link PackedDocuments} does, without encoding each document once more. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    throw new IllegalStateException("sizes are not tracked by the library");
  }

  @Override
  protected int getDataSize() {
    return documents.bytes();
  }
}
