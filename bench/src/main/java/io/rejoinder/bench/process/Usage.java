package io.rejoinder.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process has used, as {@code /proc} says; all zero where there is none.
 *
 * @param residentKb resident memory now, in KB
 * @param peakKb the most resident memory so far, in KB
 * @param cpu user and system time so far, to a hundredth of a second
 */
public record Usage(long residentKb, long peakKb, Duration cpu) {

  /** Linux counts CPU time for user space in hundredths of a second, on every architecture. */
  private static final long TICK_MILLIS = 10;

  static Usage of(long pid) throws IOException {
    Path proc = Path.of("/proc", Long.toString(pid));
    if (!Files.isReadable(proc.resolve("status"))) {
      return new Usage(0, 0, Duration.ZERO);
    }
    List<String> status = Files.readAllLines(proc.resolve("status"));
    return new Usage(
        kilobytes(status, "VmRSS:"),
        kilobytes(status, "VmHWM:"),
        cpu(Files.readString(proc.resolve("stat"))));
  }

  /** From {@code /proc/PID/stat}: the program's name, in brackets, may hold anything. */
  static Duration cpu(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    // Fields 14 and 15 of proc(5); the name was the second.
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  static long kilobytes(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
