package io.rejoinder.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;

/**
 * The store in memory of a {@code MongoServer}, in place of the library's own: documents are packed
 * as BSON, and indexes that are not unique serve queries for texts in their first field
 * (RATIONALE.md, "The store in memory"). Threadsafe; it ends with its server, and holds nothing
 * outside of it.
 */
public final class EmbeddedBackend extends AbstractMongoBackend {

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new Database(name, getCursorRegistry());
  }

  private static final class Database extends AbstractSynchronizedMongoDatabase<Integer> {

    Database(String name, CursorRegistry cursors) {
      super(name, cursors);
      initializeNamespacesAndIndexes();
    }

    @Override
    protected PackedCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new PackedCollection(this, name, options, cursorRegistry);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
        String collection, String index, List<IndexKey> keys, boolean sparse) {
      return new UniqueIndex(index, keys, sparse);
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
        String collection, String index, List<IndexKey> keys, boolean sparse) {
      return new LookupIndex(index, keys);
    }

    /**
     * The library's aggregations, also those that only count, begin with every document. One that
     * begins with a match begins with what matches instead.
     */
    @Override
    public Document handleCommand(
        Channel channel, String command, Document query, DatabaseResolver others, Oplog oplog) {
      if (command.equalsIgnoreCase("aggregate")
          && query.get("pipeline") instanceof List<?> stages
          && !stages.isEmpty()
          && stages.get(0) instanceof Document first
          && first.get("$match") instanceof Document match
          && resolveCollection(String.valueOf(query.get(command)), false)
              instanceof PackedCollection collection) {
        collection.beginWith(match, counts(stages) ? fieldsOf(match) : new Document());
      }
      return super.handleCommand(channel, command, query, others, oplog);
    }

    /** Whether all that follows the match counts what matched, which is how drivers count. */
    private static boolean counts(List<?> stages) {
      return stages.size() == 2
          && stages.get(1) instanceof Document second
          && second.get("$group") instanceof Document group
          && group.entrySet().stream()
              .allMatch(field -> field.getKey().equals("_id") ? isNumber(field) : isCount(field));
    }

    private static boolean isNumber(Map.Entry<String, ?> field) {
      return field.getValue() instanceof Number;
    }

    private static boolean isCount(Map.Entry<String, ?> field) {
      return field.getValue() instanceof Document sum
          && sum.size() == 1
          && sum.get("$sum") instanceof Number;
    }

    private static Document fieldsOf(Document match) {
      Document fields = new Document();
      Asked.fields(match, null).ifPresent(names -> names.forEach(name -> fields.put(name, 1)));
      return fields;
    }

    @Override
    protected long getStorageSize() {
      return 0;
    }

    @Override
    protected long getFileSize() {
      return 0;
    }
  }
}
