package io.rejoinder.bench.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a JVM that is in use.
 *
 * @param heap of live objects after a full collection, in bytes
 * @param direct buffers outside the heap, in bytes: what is tracked as {@code Other}, which is what
 *     {@code Unsafe} gave, for Netty's buffers among others
 */
record LiveMemory(long heap, long direct) {

  /** The JVM must be started so to be asked for {@link #direct}. */
  static final String OPTION = "-XX:NativeMemoryTracking=summary";

  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern OTHER =
      Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB");
  private static final long KB = 1024;

  /**
   * Collects and counts; holds the JVM up for that long.
   *
   * @throws IOException if there is no {@code jcmd} beside this {@code java}, or no such process
   */
  static LiveMemory of(long pid) throws IOException {
    // The histogram of live objects is made by a full collection; the second finds no more garbage
    // that the first one's finalisers and references left.
    jcmd(pid, "GC.class_histogram");
    long heap = number(TOTAL, jcmd(pid, "GC.class_histogram"));
    long direct = number(OTHER, jcmd(pid, "VM.native_memory", "summary")) * KB;
    return new LiveMemory(heap, direct);
  }

  /** What each of so many connections takes, in bytes. */
  double perConnection(LiveMemory before, int connections) {
    return (heap - before.heap + direct - before.direct) / (double) connections;
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("jcmd did not say it: " + pattern);
    }
    return Long.parseLong(matcher.group(1));
  }

  private static String jcmd(long pid, String... words) throws IOException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    String[] command = new String[words.length + 2];
    command[0] = program.toString();
    command[1] = Long.toString(pid);
    System.arraycopy(words, 0, command, 2, words.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("jcmd " + words[0] + " failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return said;
  }
}
