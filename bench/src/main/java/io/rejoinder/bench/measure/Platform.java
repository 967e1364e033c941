package io.rejoinder.bench.measure;

import io.rejoinder.bench.process.Child;
import io.rejoinder.bench.process.Usage;
import io.rejoinder.bench.text.Export;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole platform, started as a person would start it: one process, ready when it says so. */
public final class Platform implements AutoCloseable {

  /** Becomes the {@code java} that it starts. */
  private static final String PROGRAM = "./start";

  /** A full store is filled again from the log before the platform is ready. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(10);

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
  private static final Duration IMPORTED_WITHIN = Duration.ofMinutes(2);

  private final Child child;
  private final Web web;
  private final Addresses addresses;
  private final String store;
  private final double readySeconds;

  private Platform(Child child, Web web, Announcement said) {
    this.child = child;
    this.web = web;
    addresses = said.addresses();
    store = said.store();
    readySeconds = (System.nanoTime() - child.startedAt()) / 1e9;
  }

  /**
   * How to start it.
   *
   * @param store options that choose the store
   * @param logs where its output goes
   * @param environment further variables of its environment
   */
  public record Launch(List<String> store, Path logs, Map<String, String> environment) {

    public Launch {
      store = List.copyOf(store);
      environment = Map.copyOf(environment);
    }

    /** Without further variables. */
    public Launch(List<String> store, Path logs) {
      this(store, logs, Map.of());
    }

    /**
     * Starts it and returns once it has said that it is ready, and answers.
     *
     * @param imported a WordPress export, or null
     */
    public Platform on(Path data, @Nullable Path imported) throws IOException {
      List<String> command = new ArrayList<>(List.of(PROGRAM, "--any-ports"));
      command.addAll(store);
      command.addAll(List.of("--data", data.toString(), "--profile", "bench"));
      if (imported != null) {
        command.addAll(List.of("--import", imported.toString()));
      }
      Child.Started<Announcement> started =
          Child.start(
              command,
              environment,
              logs.resolve("platform-" + data.getFileName() + ".log"),
              new Announcement()::heard,
              READY_WITHIN);
      Web web = new Web(started.said().addresses());
      Await.until("the services answer", ANSWERS_WITHIN, web::answers);
      return new Platform(started.child(), web, started.said());
    }
  }

  /** The threads of the imported reviews without comments, once all are there. */
  public List<String> threads(int reviews) throws IOException {
    List<String> threads = new ArrayList<>();
    for (int i = 0; i < reviews; i++) {
      threads.add(thread("bench-" + i));
    }
    return threads;
  }

  /** The thread of the imported review with comments, once all are readable. */
  String discussed(int comments) throws IOException {
    String thread = thread(Export.DISCUSSED);
    Await.until("imported comments", IMPORTED_WITHIN, () -> web.count(thread) == comments);
    return thread;
  }

  private String thread(String slug) throws IOException {
    Await.until("review " + slug, IMPORTED_WITHIN, () -> web.thread(slug).isPresent());
    return web.thread(slug).orElseThrow();
  }

  Web web() {
    return web;
  }

  /** Where the comments API listens. */
  public int apiPort() {
    return addresses.api();
  }

  /** Where the moderators' console listens. */
  public int consolePort() {
    return addresses.console();
  }

  /** Heap, collector and compilers of its JVM. */
  public List<String> flags() {
    return child.flags();
  }

  /** The store, as the platform names it. */
  String store() {
    return store;
  }

  /** The process. */
  public long pid() {
    return child.pid();
  }

  /** From the start of {@code java} until all was ready. */
  double readySeconds() {
    return readySeconds;
  }

  /** Since the start of {@code java}. */
  double upSeconds() {
    return (System.nanoTime() - child.startedAt()) / 1e9;
  }

  Usage usage() throws IOException {
    return child.usage();
  }

  @Override
  public void close() {
    child.close();
  }
}
