package io.rejoinder.bench;

import io.rejoinder.bench.measure.Length;
import io.rejoinder.bench.measure.Progress;
import io.rejoinder.bench.measure.Run;
import io.rejoinder.bench.report.Report;
import io.rejoinder.bench.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: measures everything and writes it down. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Measures the platform in one process beside the ceilings of the same machine.",
      "A full run writes bench/RESULTS.md; let nothing else run meanwhile."
    })
public final class Bench implements Callable<Integer> {

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Option(
      names = "--quick",
      description = "Short phases, to see whether it works; RESULTS.md stays as it is.")
  private boolean quick;

  @Option(
      names = "--store",
      paramLabel = "KIND",
      defaultValue = "memory",
      description =
          "memory, or mongod for the one on the PATH. Default: memory, which needs nothing.")
  private String store = "memory";

  @Option(names = "--scratch", hidden = true, required = true, description = "An empty folder.")
  private Path scratch = Path.of("");

  @Option(names = "--logs", hidden = true, required = true, description = "What the parts print.")
  private Path logs = Path.of("");

  @Option(
      names = "--results",
      hidden = true,
      paramLabel = "FILE",
      description = "Where a full run is written down.")
  private Path results = Path.of("bench", "RESULTS.md");

  private Bench() {}

  /** Runs the command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Progress progress = new Progress(System.out);
    Files.createDirectories(logs);
    Length length = quick ? Length.QUICK : Length.FULL;
    Results measured = Run.of(List.of("--store", store), logs, scratch, length, progress);
    String report = Report.of(measured, results.resolveSibling("reasons.properties"));
    System.out.println(report);
    if (json != null) {
      measured.writeJson(json);
    }
    if (!quick) {
      Files.writeString(results, report);
      progress.line("written: %s", results);
    }
    return 0;
  }
}
