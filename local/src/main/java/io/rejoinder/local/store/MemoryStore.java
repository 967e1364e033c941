package io.rejoinder.local.store;

import de.bwaldvogel.mongo.MongoServer;
import io.rejoinder.store.EmbeddedBackend;
import org.jspecify.annotations.Nullable;

/**
 * A store in this JVM's memory, for trying things out: it is empty at each start, the services fill
 * it from the log, and it takes of the heap, which is good for up to about 50,000 comments.
 */
final class MemoryStore implements Store {

  private final MongoServer server;
  private final int port;

  private MemoryStore(MongoServer server, int port) {
    this.server = server;
    this.port = port;
  }

  static Store open(@Nullable Integer port) {
    MongoServer server = new MongoServer(new EmbeddedBackend());
    server.bind("127.0.0.1", port == null ? 0 : port);
    return new MemoryStore(server, server.getLocalAddress().getPort());
  }

  @Override
  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  @Override
  public String description() {
    return "in memory, for trying things out (up to about 50,000 comments; filled from the log at each start)";
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
