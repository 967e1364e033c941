package io.rejoinder.bench.speed;

import io.rejoinder.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The program: measures the fast path with empty windows and with full ones. */
@Command(
    name = "bench/screening-speed",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Measures what screening a comment of 200 characters takes on one core, with windows that are"
          + " empty and with windows that have seen many comments.",
      "Let nothing else run meanwhile."
    })
public final class MeasureScreening implements Callable<Integer> {

  private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC");

  @Option(
      names = "--seen",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "Comments that full windows have seen. Default: ${DEFAULT-VALUE}.")
  private int seen = 10_000_000;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Of each iteration, five of which count. Default: ${DEFAULT-VALUE}.")
  private int seconds = 5;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  private MeasureScreening() {}

  /** Runs the command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MeasureScreening()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    double[] footprint = Footprint.measure();
    Collection<RunResult> results = new ArrayList<>(run("batch|single", 0, seen));
    results.addAll(run("canonical", 0));
    SpeedFigures figures =
        new SpeedFigures(
            LocalDate.now(ZoneOffset.UTC).toString(),
            Machine.here(FLAGS),
            List.of(SpeedFigures.Rate.of(0, results), SpeedFigures.Rate.of(seen, results)),
            SpeedFigures.statistics(results, "canonical", 0).getMean(),
            footprint[0],
            footprint[1]);
    System.out.print(figures.table());
    if (json != null) {
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(json.toFile(), figures);
    }
    return 0;
  }

  private Collection<RunResult> run(String benchmarks, int... before) throws RunnerException {
    String[] seenBefore = new String[before.length];
    for (int i = 0; i < before.length; i++) {
      seenBefore[i] = Integer.toString(before[i]);
    }
    Options options =
        new OptionsBuilder()
            .include(ScreeningSpeed.class.getName() + "\\.(" + benchmarks + ")$")
            .param("seen", seenBefore)
            .forks(1)
            .jvmArgs(FLAGS.toArray(String[]::new))
            .warmupIterations(5)
            .measurementIterations(5)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementTime(TimeValue.seconds(seconds))
            .build();
    return new Runner(options).run();
  }
}
