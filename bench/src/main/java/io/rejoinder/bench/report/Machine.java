package io.rejoinder.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where it was measured.
 *
 * @param cores that the JVM sees
 * @param processor its name, or {@code unknown}
 * @param memoryGb of the machine, 0 where unknown
 * @param system name and version
 * @param jdk name and version
 * @param flags of every JVM that is measured
 */
public record Machine(
    int cores, String processor, double memoryGb, String system, String jdk, List<String> flags) {

  public Machine {
    flags = List.copyOf(flags);
  }

  /** This machine. */
  public static Machine here(List<String> flags) throws IOException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        value("/proc/cpuinfo", "model name"),
        gigabytes(value("/proc/meminfo", "MemTotal")),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        flags);
  }

  private static String value(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "unknown";
    }
    return Files.readAllLines(path).stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static double gigabytes(String kilobytes) {
    String digits = kilobytes.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Math.round(Long.parseLong(digits) / 104_857.6) / 10.0;
  }
}
