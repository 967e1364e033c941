package io.rejoinder.local.launch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The services of this process. They start side by side, as each waits for the broker now and then,
 * and end side by side, as none needs another to end.
 */
final class Services implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final boolean warmUp;
  private final List<RunningService> running = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Nothing happens yet.
   *
   * @param warmUp whether each gets a few requests before it counts as ready
   */
  Services(boolean warmUp) {
    this.warmUp = warmUp;
  }

  /**
   * Starts services and returns when all are ready.
   *
   * @param parts which ones
   * @param start starts the context of one
   */
  void start(List<Part> parts, Function<Part, RunningService> start, Progress progress) {
    HttpClient http = HttpClient.newHttpClient();
    List<CompletableFuture<Void>> starts =
        sideBySide(
            parts,
            "start",
            part -> {
              RunningService service = keep(start.apply(part));
              awaitReady(service, http, progress);
              if (warmUp) {
                WarmUp.of(service, http);
              }
              progress.ready(part.label());
            });
    try {
      allOrFirstFailure(starts).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a service did not start: " + rootOf(e), e);
    }
  }

  /** The one that shows and imports reviews, if it runs here. */
  synchronized Optional<RunningService> review() {
    return running.stream().filter(service -> service.part() == Part.REVIEW).findFirst();
  }

  @Override
  public void close() {
    List<RunningService> all;
    synchronized (this) {
      ended.countDown();
      all = List.copyOf(running);
    }
    all(sideBySide(all, "stop", RunningService::close)).join();
  }

  /** The innermost cause: what Spring wraps around it names beans, not what is wrong. */
  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    for (Throwable next = e; next != null; next = next.getCause()) {
      root = next;
    }
    return root;
  }

  private synchronized RunningService keep(RunningService service) {
    if (ended.getCount() == 0) {
      service.close();
      throw new IllegalStateException("stopped while starting");
    }
    running.add(service);
    return service;
  }

  private void awaitReady(RunningService service, HttpClient http, Progress progress) {
    Waiting waiting = new Waiting(service, progress);
    while (!ready(service, http)) {
      if (pauseSaysEnd()) {
        throw new IllegalStateException("stopped while starting");
      }
      waiting.tell();
    }
  }

  private static boolean ready(RunningService service, HttpClient http) {
    try {
      return service.ready(http);
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }

  private boolean pauseSaysEnd() {
    try {
      return ended.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static <T> List<CompletableFuture<Void>> sideBySide(
      List<T> all, String name, Consumer<T> step) {
    Executor eachOnItsOwnThread = task -> new Thread(task, name).start();
    return all.stream()
        .map(one -> CompletableFuture.runAsync(() -> step.accept(one), eachOnItsOwnThread))
        .toList();
  }

  /** Completes with the last step, or fails with the first that does. */
  private static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> steps) {
    CompletableFuture<Void> all = all(steps);
    steps.forEach(step -> step.exceptionally(e -> fail(all, e)));
    return all;
  }

  private static @Nullable Void fail(CompletableFuture<Void> all, Throwable e) {
    all.completeExceptionally(e);
    return null;
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Void>> steps) {
    return CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new));
  }
}
