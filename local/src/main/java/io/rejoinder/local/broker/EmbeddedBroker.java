package io.rejoinder.local.broker;

import io.rejoinder.local.port.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * Apache Kafka's own broker (KRaft, combined mode) in this JVM, on a folder that lasts. Every
 * record that it acknowledged is there again after the process was killed. One per JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;
  private final int controllerPort;

  private EmbeddedBroker(KafkaRaftServer server, int port, int controllerPort) {
    this.server = server;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /**
   * Starts the broker and returns when it takes requests; a new folder is formatted first.
   *
   * @param folder its log folder
   * @param port on 127.0.0.1, free
   * @throws IllegalStateException if it does not come up; the cause says why
   */
  public static EmbeddedBroker start(Path folder, int port, Credentials credentials) {
    tellBeforeDying();
    return onOwnThread(
        "kafka-start",
        () -> {
          int controllerPort = Ports.anyFree();
          Map<String, String> settings =
              BrokerSettings.of(folder, port, controllerPort, credentials);
          format(folder);
          KafkaRaftServer server =
              new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
          server.startup();
          return new EmbeddedBroker(server, port, controllerPort);
        });
  }

  /** Host and port for clients. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Where the broker talks to its own controller; nobody else has anything to do there. */
  String controllerAddress() {
    return "127.0.0.1:" + controllerPort;
  }

  /** Stops the broker after writing out what it holds; takes a second or two. */
  @Override
  public void close() {
    onOwnThread(
        "kafka-stop",
        () -> {
          server.shutdown();
          server.awaitShutdown();
          return true;
        });
  }

  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(folder);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(BrokerSettings.NODE)
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setMetadataLogDirectory(folder.toString())
        .setDirectories(List.of(folder.toString()))
        .run();
  }

  /**
   * Kafka finds some of its classes through the thread's context class loader, and a pool's threads
   * may have one that does not know them.
   */
  private static <T> T onOwnThread(String name, Callable<T> step) {
    FutureTask<T> task = new FutureTask<>(step);
    Thread thread = new Thread(task, name);
    thread.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the embedded Kafka broker failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at " + name, e);
    }
  }

  /**
   * A fault that the broker cannot survive, a full disk for one, ends the process: not without a
   * word.
   */
  private static void tellBeforeDying() {
    Exit.setHaltProcedure(
        (status, message) -> {
          tell(message);
          Runtime.getRuntime().halt(status);
        });
    Exit.setExitProcedure(
        (status, message) -> {
          tell(message);
          Runtime.getRuntime().exit(status);
        });
  }

  private static void tell(@Nullable String message) {
    System.err.println(
        "the embedded Kafka broker ended the process: "
            + (message == null ? "see the log in the data folder" : message));
  }
}
