package io.rejoinder.local.store;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server's store in memory, with what the library leaves to its backends: indexes that
 * are not unique, and one object for values that are equal (RATIONALE.md, "The store in memory").
 */
final class EmbeddedBackend extends MemoryBackend {

  @Override
  public MemoryDatabase openOrCreateDatabase(String name) {
    return new Database(name, getCursorRegistry());
  }

  private static final class Database extends MemoryDatabase {

    Database(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new Collection(this, name, options, cursorRegistry);
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
  }

  private static final class Collection extends MemoryCollection {

    private final SharedValues values = new SharedValues();
    private final List<LookupIndex> lookups = new ArrayList<>();
    private @Nullable UniqueIndex ids;

    Collection(Database database, String name, CollectionOptions options, CursorRegistry cursors) {
      super(database, name, options, cursors);
    }

    @Override
    public synchronized void addDocument(Document document) {
      super.addDocument(values.shared(document));
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
  }
}
