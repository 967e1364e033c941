package io.rejoinder.projection;

import de.bwaldvogel.mongo.MongoServer;
import io.rejoinder.store.EmbeddedBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** A MongoDB for tests: an address, and how to end what serves it. */
public final class MongoEngine implements AutoCloseable {

  private static final Duration START_BOUND = Duration.ofMinutes(2);
  private static final String IMAGE = "mongo:8.0.15";

  private final String uri;
  private final AutoCloseable server;

  private MongoEngine(String uri, AutoCloseable server) {
    this.uri = uri;
    this.server = server;
  }

  /** The server in this JVM, in memory: always there. */
  public static MongoEngine embedded() {
    MongoServer server = new MongoServer(new EmbeddedBackend());
    InetSocketAddress address = server.bind();
    return new MongoEngine("mongodb://127.0.0.1:" + address.getPort(), server::shutdownNow);
  }

  /**
   * A real engine: a {@code mongod} of the PATH, in a fresh folder, else one in a container. Empty
   * where there is neither.
   */
  public static Optional<MongoEngine> real() {
    Optional<Path> mongod = onPath("mongod");
    if (mongod.isPresent()) {
      return Optional.of(child(mongod.get()));
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      MongoDBContainer container = new MongoDBContainer(IMAGE);
      container.start();
      return Optional.of(new MongoEngine(container.getConnectionString(), container));
    }
    return Optional.empty();
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static MongoEngine child(Path mongod) {
    try {
      Path folder = Files.createTempDirectory("mongod-test");
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  mongod.toString(),
                  "--dbpath",
                  folder.toString(),
                  "--port",
                  Integer.toString(port),
                  "--bind_ip",
                  "127.0.0.1")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Awaitility.await("mongod answers").atMost(START_BOUND).until(() -> answers(port));
      return new MongoEngine("mongodb://127.0.0.1:" + port, () -> end(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The connection string. */
  public String uri() {
    return uri;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("the engine did not end", e);
    }
  }
}
