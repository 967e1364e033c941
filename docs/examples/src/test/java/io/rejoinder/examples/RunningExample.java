package io.rejoinder.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An example in a process of its own, started by the command that the documentation gives. */
final class RunningExample implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  RunningExample(String source, Path settings) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    this.process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                Path.of("target/lib/*").toString(),
                source,
                settings.toString())
            .redirectErrorStream(true)
            .start();
    Thread reader = new Thread(() -> read(process.getInputStream()), "lines of " + source);
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream output) {
    try (BufferedReader text = new BufferedReader(new InputStreamReader(output, UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that it prints; null if none comes. */
  @Nullable String line() throws InterruptedException {
    return lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
