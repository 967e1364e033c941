package io.rejoinder.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/** The library's, which also serves queries that demand more than its one field. */
final class UniqueIndex extends MemoryUniqueIndex {

  UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  @Override
  public synchronized boolean canHandle(Document query) {
    return super.canHandle(query) || asked(query).isPresent();
  }

  @Override
  public synchronized Iterable<Integer> getPositions(Document query) {
    return super.getPositions(
        super.canHandle(query)
            ? query
            : new Document(
                getKeys().get(0).getKey(), new Document("$in", asked(query).orElseThrow())));
  }

  private Optional<List<String>> asked(Document query) {
    return getKeys().size() == 1 ? Asked.of(query, getKeys().get(0).getKey()) : Optional.empty();
  }
}
