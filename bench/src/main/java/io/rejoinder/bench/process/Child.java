package io.rejoinder.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A process that was started here and ends with this one. What it prints goes to a file. */
public final class Child implements AutoCloseable {

  /** The platform flushes its log and its store when it stops. */
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(40);

  /**
   * The generator says whom it posts for as a proxy does; servers that know no proxies ignore it.
   */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("REJOINDER_COMMENTS_RATE_PROXIES", "127.0.0.0/8,::1/128");

  private final Process process;
  private final Path output;
  private final long startedAt;
  private final Thread atExit = new Thread(this::stop, "stop child");

  private Child(Process process, Path output, long startedAt) {
    this.process = process;
    this.output = output;
    this.startedAt = startedAt;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** A child that has said what was awaited. */
  public record Started<T>(Child child, T said) {}

  /**
   * Starts a command and waits until a line of its output says what is needed of it.
   *
   * @param output takes standard output and error
   * @param saying finds in a line what is awaited, or nothing
   * @throws IllegalStateException where the process ends or the time passes first
   */
  public static <T> Started<T> start(
      List<String> command, Path output, Function<String, Optional<T>> saying, Duration within)
      throws IOException {
    return start(command, Map.of(), output, saying, within);
  }

  /** As the other, with further variables in the command's environment. */
  public static <T> Started<T> start(
      List<String> command,
      Map<String, String> environment,
      Path output,
      Function<String, Optional<T>> saying,
      Duration within)
      throws IOException {
    long startedAt = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Child child = new Child(process, output, startedAt);
    CompletableFuture<T> said = new CompletableFuture<>();
    Thread reader = new Thread(() -> child.read(saying, said), "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
    try {
      return new Started<>(child, said.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      child.close();
      throw new IllegalStateException("did not start: " + command + ", see " + output, e);
    }
  }

  private <T> void read(Function<String, Optional<T>> saying, CompletableFuture<T> said) {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter log = new PrintWriter(Files.newBufferedWriter(output), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.println(line);
        if (!said.isDone()) {
          saying.apply(line).ifPresent(said::complete);
        }
      }
    } catch (IOException e) {
      said.completeExceptionally(new UncheckedIOException(e));
    }
    said.completeExceptionally(new IllegalStateException("ended before it was ready"));
  }

  /** When the process was started, in {@link System#nanoTime()}. */
  public long startedAt() {
    return startedAt;
  }

  /**
   * The options of its JVM that shape heap, collector and compilers; empty where the system hides
   * them.
   */
  public List<String> flags() {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return Arrays.stream(arguments)
        .filter(option -> option.matches("-Xm.*|-XX:\\+Use\\w+GC|-XX:Tiered.*"))
        .toList();
  }

  /** What the operating system knows it by. */
  public long pid() {
    return process.pid();
  }

  /** What the operating system says of it now. */
  public Usage usage() throws IOException {
    return Usage.of(process.pid());
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // Already on the way out: the hook has nothing left to do.
    }
  }
}
