package io.rejoinder.system.platform;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One process of the launcher, which can be started any number of times. What it says goes to a
 * file of its own for each start.
 */
public final class Node {

  /** The launcher's line that all of its parts are ready. */
  private static final String READY = "Ready in ";

  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path logs;
  private final List<Path> outputs = new ArrayList<>();
  private @Nullable Process process;
  private CompletableFuture<String> ready = new CompletableFuture<>();

  Node(String name, List<String> command, Map<String, String> environment, Path logs) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.logs = logs;
  }

  /** What runs in it, for progress lines. */
  public String name() {
    return name;
  }

  /** What its newest start has said, for a person who looks for a cause. */
  public synchronized Path output() {
    return outputs.get(outputs.size() - 1);
  }

  /** Starts the process and returns at once. */
  public synchronized void launch(String... furtherArguments) {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException(name + " runs already");
    }
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(furtherArguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Path output = logs.resolve("%s-%d.log".formatted(name, outputs.size() + 1));
    try {
      Files.createDirectories(logs);
      Process started = builder.start();
      started.getOutputStream().close();
      process = started;
      outputs.add(output);
      CompletableFuture<String> line = new CompletableFuture<>();
      ready = line;
      Thread reader = new Thread(() -> copy(started, output, line), "output-of-" + name);
      reader.setDaemon(true);
      reader.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the process says that it is ready.
   *
   * @throws IllegalStateException if it ends before, or is not ready within four minutes
   */
  public void awaitReady() {
    try {
      ready().get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      String cause = e instanceof TimeoutException ? "not ready in time" : "ended";
      throw new IllegalStateException("%s: %s, see %s".formatted(name, cause, output()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " started", e);
    }
  }

  /** Starts the process and waits until it is ready. */
  public void start(String... furtherArguments) {
    launch(furtherArguments);
    awaitReady();
  }

  /** Whether the process runs. */
  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Kills it with SIGKILL and waits until it is gone. */
  public void kill() {
    Process running = running();
    if (running != null) {
      running.destroyForcibly();
      awaitEnd(running);
    }
  }

  /** Asks it to end with SIGTERM, without waiting. */
  public void askToStop() {
    Process running = running();
    if (running != null) {
      running.destroy();
    }
  }

  /**
   * Stops it with SIGTERM and waits until it is gone.
   *
   * @throws IllegalStateException if it takes more than a minute; it is killed then
   */
  public void stop() {
    askToStop();
    Process running = running();
    if (running != null && !awaitEnd(running)) {
      running.destroyForcibly();
      throw new IllegalStateException(
          "%s: not stopped within %s, see %s".formatted(name, STOPS_WITHIN, output()));
    }
  }

  /** Freezes it with SIGSTOP: it keeps its connections and does nothing. */
  public void pause() {
    Signals.send("STOP", pid());
  }

  /** Lets it go on with SIGCONT. */
  public void resume() {
    Signals.send("CONT", pid());
  }

  private synchronized long pid() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process.pid();
  }

  private synchronized @Nullable Process running() {
    return process;
  }

  private synchronized CompletableFuture<String> ready() {
    return ready;
  }

  private boolean awaitEnd(Process running) {
    try {
      return running.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " ended", e);
    }
  }

  private static void copy(Process process, Path output, CompletableFuture<String> ready) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter file = Files.newBufferedWriter(output)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        file.write(line);
        file.newLine();
        file.flush();
        if (line.startsWith(READY)) {
          ready.complete(line);
        }
      }
    } catch (IOException e) {
      // The stream of a killed process may end so; what it said until then is in the file.
    } finally {
      ready.completeExceptionally(new IllegalStateException("ended before it was ready"));
    }
  }
}
