package io.rejoinder.local.store;

import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mongod on the data folder as a child of this program. It is started again, on the same port,
 * when it ends without being asked to; services wait meanwhile. One left behind by a crash is
 * adopted if it answers on a port that suits, else ended.
 */
final class MongodStore implements Store {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration LEFT_ONE_ANSWERS_WITHIN = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Path program;
  private final DataFolder folder;
  private final Consumer<String> notices;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(MongodStore::daemon);
  private MongodProcess process;
  private Duration pause = FIRST_PAUSE;
  private boolean closed;

  private MongodStore(
      Path program, DataFolder folder, MongodProcess process, Consumer<String> notices) {
    this.program = program;
    this.folder = folder;
    this.process = process;
    this.notices = notices;
  }

  static Store open(
      Path program, DataFolder folder, @Nullable Integer port, Consumer<String> notices) {
    try {
      MongodProcess process = adopted(folder, port);
      if (process == null) {
        process = MongodProcess.start(program, folder, port == null ? Ports.anyFree() : port);
        awaitAnswer(process, folder);
      }
      MongodStore store = new MongodStore(program, folder, process, notices);
      store.watch(process);
      return store;
    } catch (IOException e) {
      throw new Refusal("%s did not start: %s".formatted(program, e.getMessage()), e);
    }
  }

  @Override
  public synchronized String uri() {
    return process.uri();
  }

  @Override
  public synchronized String description() {
    return "mongod on port %d, process %d".formatted(process.port(), process.handle().pid());
  }

  @Override
  public synchronized void close() {
    closed = true;
    watch.shutdownNow();
    try {
      process.end(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable MongodProcess adopted(DataFolder folder, @Nullable Integer port)
      throws IOException {
    Optional<MongodProcess> left = MongodProcess.leftIn(folder);
    if (left.isEmpty()) {
      return null;
    }
    boolean suits = port == null || port == left.get().port();
    if (suits && left.get().answers(LEFT_ONE_ANSWERS_WITHIN)) {
      return left.get();
    }
    left.get().end(folder);
    return null;
  }

  private static void awaitAnswer(MongodProcess process, DataFolder folder) throws IOException {
    long end = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!process.answers(Duration.ofMillis(500))) {
      if (!process.handle().isAlive()) {
        throw new Refusal("mongod ended at once: see " + MongodProcess.log(folder));
      }
      if (System.nanoTime() > end) {
        process.end(folder);
        throw new Refusal(
            "mongod did not answer within %d s: see %s"
                .formatted(STARTS_WITHIN.toSeconds(), MongodProcess.log(folder)));
      }
    }
  }

  private void watch(MongodProcess watched) {
    var unused = watched.ended().thenAccept(ended -> restartLater());
  }

  private synchronized void restartLater() {
    if (!closed) {
      notices.accept("the store (mongod) ended by itself: starting it again");
      scheduleRestart();
    }
  }

  private synchronized void scheduleRestart() {
    if (!closed) {
      var unused = watch.schedule(this::restart, pause.toMillis(), TimeUnit.MILLISECONDS);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
  }

  private synchronized void restart() {
    if (closed) {
      return;
    }
    try {
      process = MongodProcess.start(program, folder, process.port());
      watch(process);
      MongodProcess started = process;
      var unused = watch.submit(() -> praise(started));
    } catch (IOException e) {
      notices.accept("the store (mongod) did not start: " + e.getMessage());
      scheduleRestart();
    }
  }

  /** One that answers has earned a short pause the next time. */
  private void praise(MongodProcess started) {
    if (started.answers(STARTS_WITHIN)) {
      resetPause();
    }
  }

  private synchronized void resetPause() {
    pause = FIRST_PAUSE;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "mongod-watch");
    thread.setDaemon(true);
    return thread;
  }
}
