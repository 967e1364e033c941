package io.rejoinder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.local.Forked;
import io.rejoinder.local.Rejoinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a JVM of its own, as a person would start it. */
final class RunningProgram implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOPS_WITHIN = Duration.ofMinutes(1);

  private final Process process;
  private final Path output;

  private RunningProgram(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and returns when it has said that it is ready. */
  static RunningProgram start(Path output, String... arguments) throws IOException {
    RunningProgram program =
        new RunningProgram(Forked.java(output, Rejoinder.class, arguments), output);
    await()
        .atMost(READY_WITHIN)
        .until(() -> !program.process.isAlive() || program.said().contains("Ctrl-C stops it."));
    assertThat(program.process.isAlive()).as(program.said()).isTrue();
    return program;
  }

  String said() throws IOException {
    return Files.readString(output);
  }

  /** The value of a row of the summary. */
  String row(String name) throws IOException {
    Matcher row = Pattern.compile("(?m)^  " + name + " +(\\S+)$").matcher(said());
    assertThat(row.find()).as(name + " in: " + said()).isTrue();
    return row.group(1);
  }

  /** Asks it to stop, and waits until it has. */
  int stop() {
    process.destroy();
    await().atMost(STOPS_WITHIN).until(() -> !process.isAlive());
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
