package io.rejoinder.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Documents as BSON, unpacked as they are read: a quarter of what they take as maps, and one object
 * for the collector where there were some fifty.
 */
final class PackedCollection extends AbstractSynchronizedMongoCollection<Integer> {

  private static final int USUAL_BYTES = 1024;

  private static final ThreadLocal<Beginning> BEGINNING = new ThreadLocal<>();

  /** By position; null where a document was removed. */
  private final List<byte @Nullable []> packed = new ArrayList<>();

  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<LookupIndex> lookups = new ArrayList<>();
  private final ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
  private @Nullable UniqueIndex ids;
  private int bytes;

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
    Integer position = free.poll();
    if (position == null) {
      packed.add(pack(document));
      return packed.size() - 1;
    }
    packed.set(position, pack(document));
    return position;
  }

  @Override
  protected void handleUpdate(Integer position, Document before, Document after) {
    packed.set(position, pack(after));
  }

  @Override
  protected void removeDocument(Integer position) {
    packed.set(position, null);
    free.add(position);
  }

  @Override
  protected @Nullable Document getDocument(Integer position) {
    byte[] document = packed.get(position);
    return document == null ? null : BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    IntStream positions = IntStream.range(0, packed.size());
    if (isNaturalDescending(order)) {
      positions = positions.map(position -> packed.size() - 1 - position);
    }
    return matchDocumentsFromStream(
        all(positions).map(DocumentWithPosition::getDocument),
        query,
        order,
        skip,
        limit,
        batch,
        fields);
  }

  /**
   * What an index found by ids is not compared with all of those ids again, which would take the
   * square of their number.
   */
  @Override
  protected QueryResult matchDocuments(
      Document query,
      Iterable<Integer> positions,
      Document order,
      int skip,
      int limit,
      int batch,
      Document fields) {
    return super.matchDocuments(
        Asked.nothingBut(query, "_id") ? new Document() : query,
        positions,
        order,
        skip,
        limit,
        batch,
        fields);
  }

  @Override
  protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
    return all(IntStream.range(0, packed.size()));
  }

  /** Narrows this thread's next {@link #queryAllAsStream}. */
  void beginWith(Document match) {
    BEGINNING.set(new Beginning(this, match));
  }

  @Override
  public Stream<Document> queryAllAsStream() {
    Beginning beginning = BEGINNING.get();
    BEGINNING.remove();
    boolean narrowed = beginning != null && beginning.collection == this;
    return StreamSupport.stream(
        handleQuery(narrowed ? beginning.match : new Document()).spliterator(), false);
  }

  private record Beginning(PackedCollection collection, Document match) {}

  private Stream<DocumentWithPosition<Integer>> all(IntStream positions) {
    return positions
        .boxed()
        .mapMulti(
            (position, documents) -> {
              Document document = getDocument(position);
              if (document != null) {
                documents.accept(new DocumentWithPosition<>(document, position));
              }
            });
  }

  @Override
  public synchronized int count() {
    return packed.size() - free.size();
  }

  @Override
  protected void updateDataSize(int delta) {
    bytes += delta;
  }

  @Override
  protected int getDataSize() {
    return bytes;
  }

  private byte[] pack(Document document) {
    buffer.clear();
    BsonEncoder.encodeDocument(document, buffer);
    byte[] copy = new byte[buffer.readableBytes()];
    buffer.readBytes(copy);
    if (buffer.capacity() > USUAL_BYTES * 64) {
      buffer.capacity(USUAL_BYTES);
    }
    return copy;
  }
}
