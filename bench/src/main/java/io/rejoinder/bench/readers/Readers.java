package io.rejoinder.bench.readers;

import io.rejoinder.bench.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** This end of the {@link Crowd}: the process that holds the readers. */
final class Readers implements AutoCloseable {

  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);
  private static final Duration HAVE_ALL_WITHIN = Duration.ofSeconds(60);

  /** Between two looks: they take a little of the readers' own time. */
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter questions;
  private final int count;

  private Readers(Process process, int count) {
    this.process = process;
    this.count = count;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Opens the streams of so many readers; returns once all are open. */
  static Readers open(Path logs, int port, String thread, int count) throws IOException {
    String path = "/api/threads/" + thread + "/stream";
    // Room for when each of them had each event.
    List<String> flags = List.of("-Xmx2g", "-XX:+UseSerialGC");
    List<String> command =
        new Java(flags, logs)
            .command(Crowd.class.getName(), Integer.toString(port), path, Integer.toString(count));
    Process process =
        new ProcessBuilder(command).redirectError(logs.resolve("readers.log").toFile()).start();
    Readers readers = new Readers(process, count);
    try {
      readers.expect("open");
      return readers;
    } catch (IOException | RuntimeException e) {
      readers.close();
      throw e;
    }
  }

  /** Waits until every reader has had these comments, or the time is over. */
  boolean haveAll(Collection<String> comments) throws IOException {
    long end = System.nanoTime() + HAVE_ALL_WITHIN.toNanos();
    String question = "had " + String.join(" ", comments);
    while (System.nanoTime() - end < 0) {
      if (Integer.parseInt(ask(question)[1]) == count) {
        return true;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  /**
   * What came of comments.
   *
   * @param due when each was due to be posted, by its id
   */
  Delivery delivery(Map<String, Long> due) throws IOException {
    List<String> words = new ArrayList<>(List.of("figures"));
    due.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(entry -> words.add(entry.getKey() + "=" + entry.getValue()));
    return Delivery.read(count, due.size(), ask(String.join(" ", words)));
  }

  private String[] ask(String question) throws IOException {
    questions.println(question);
    return expect(question.substring(0, question.indexOf(' ')));
  }

  private String[] expect(String begin) throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith(begin)) {
      throw new IOException("the readers' process ended, see readers.log");
    }
    return line.split(" ", -1);
  }

  @Override
  public void close() {
    questions.close();
    try {
      if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
