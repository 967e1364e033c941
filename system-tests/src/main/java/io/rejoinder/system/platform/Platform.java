package io.rejoinder.system.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole platform: all in one process, or a broker with two processes of each service. Its
 * processes end with this JVM, and its folder is removed when it is closed.
 */
public final class Platform implements AutoCloseable {

  /** The name of the first account, which may do everything. */
  public static final String ADMINISTRATOR = "admin";

  private final Setup setup;
  private final @Nullable Engine engine;
  private final List<Node> nodes;
  private final Addresses addresses;

  private Platform(Setup setup, @Nullable Engine engine, Layout layout) {
    this.setup = setup;
    this.engine = engine;
    this.nodes = layout.nodes();
    this.addresses = layout.addresses();
    Runtime.getRuntime().addShutdownHook(new Thread(this::killQuietly, "end-the-platform"));
  }

  /** A platform in one process; it is not started yet. */
  public static Platform allInOne(Setup setup) {
    Engine engine = engineOf(setup);
    return new Platform(setup, engine, Layout.allInOne(setup, engine));
  }

  /** A platform of seven processes; it is not started yet. */
  public static Platform split(Setup setup) {
    Engine engine = engineOf(setup);
    return new Platform(setup, engine, Layout.split(setup, engine));
  }

  /** Where it is reached. */
  public Addresses addresses() {
    return addresses;
  }

  /** Its processes; the one with the broker first. */
  public List<Node> nodes() {
    return nodes;
  }

  /** The engine, where the store is one. */
  public @Nullable Engine engine() {
    return engine;
  }

  /** Starts what does not run and waits until it is ready. */
  public void start(String... furtherArguments) {
    Node first = nodes.get(0);
    if (!first.isAlive()) {
      first.start(furtherArguments);
    }
    List<Node> others = nodes.stream().skip(1).filter(node -> !node.isAlive()).toList();
    others.forEach(node -> node.launch(furtherArguments));
    others.forEach(Node::awaitReady);
  }

  /** Kills every process and the engine with SIGKILL. */
  public void kill() {
    nodes.forEach(Node::kill);
    if (engine != null) {
      engine.kill();
    }
  }

  /** Stops every process as Ctrl-C would: the services first, the broker last. */
  public void stop() {
    List<Node> services = nodes.subList(1, nodes.size());
    services.forEach(Node::askToStop);
    services.forEach(Node::stop);
    nodes.get(0).stop();
  }

  /** What a Kafka client of the platform itself needs to know. */
  public Map<String, Object> kafkaClient() {
    Properties stored = new Properties();
    try (Reader reader = Files.newBufferedReader(kafkaClientFile(setup))) {
      stored.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> client = new HashMap<>();
    stored.stringPropertyNames().forEach(name -> client.put(name, stored.getProperty(name)));
    return client;
  }

  /** The first administrator's generated password. */
  public String administratorsPassword() {
    try {
      return Files.readString(setup.data().resolve("admin-password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills what runs and removes the folder. */
  @Override
  public void close() {
    kill();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(setup.folder())) {
      all.sorted(Comparator.reverseOrder()).forEach(files::add);
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path kafkaClientFile(Setup setup) {
    return setup.data().resolve("kafka-rejoinder.properties");
  }

  private static @Nullable Engine engineOf(Setup setup) {
    Path program = setup.engine();
    return program == null ? null : new Engine(program, setup.data());
  }

  private void killQuietly() {
    try {
      kill();
    } catch (RuntimeException e) {
      System.err.println("not ended: " + e.getMessage());
    }
  }
}
