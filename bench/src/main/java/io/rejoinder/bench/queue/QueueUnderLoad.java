package io.rejoinder.bench.queue;

import io.rejoinder.bench.learning.Desk;
import io.rejoinder.bench.load.Quantiles;
import io.rejoinder.bench.measure.Await;
import io.rejoinder.bench.measure.Platform;
import io.rejoinder.bench.measure.Progress;
import io.rejoinder.bench.queue.Timings.Asked;
import io.rejoinder.bench.readers.Posts;
import io.rejoinder.bench.report.Machine;
import io.rejoinder.bench.text.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The program: a long queue, moderators at work on it, and more that comes in. */
@Command(
    name = "bench/queue",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Fills the queue, lets moderators work on it while more comes in, and says how long each of",
      "their requests took. Let nothing else run meanwhile."
    })
public final class QueueUnderLoad implements Callable<Integer> {

  private static final double FILL_RATE = 800;
  private static final Duration FILLED_WITHIN = Duration.ofMinutes(10);
  private static final int THREADS = 6;

  @Option(names = "--held", defaultValue = "100000", description = "Comments that wait; 100000.")
  private int held = 100_000;

  @Option(names = "--rate", defaultValue = "100", description = "More, a second; 100.")
  private double rate = 100;

  @Option(names = "--decisions", defaultValue = "1200", description = "1200: an hour's worth.")
  private int decisions = 1_200;

  @Option(names = "--seconds", defaultValue = "180", description = "In so much time; 180.")
  private int seconds = 180;

  @Option(names = "--moderators", defaultValue = "3", description = "At once; 3.")
  private int moderators = 3;

  @Option(names = "--store", defaultValue = "mongod", description = "As of ./start; mongod.")
  private String store = "mongod";

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Option(names = "--scratch", hidden = true, required = true, description = "An empty folder.")
  private Path scratch = Path.of("");

  @Option(names = "--logs", hidden = true, required = true, description = "What the parts print.")
  private Path logs = Path.of("");

  private QueueUnderLoad() {}

  /** Runs the command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new QueueUnderLoad()).execute(arguments));
  }

  /** One run. */
  private record Result(
      String date, Machine machine, long held, int refused, Map<Asked, Quantiles> milliseconds) {}

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(logs);
    Progress progress = new Progress(System.out);
    Path export = scratch.resolve("export.xml");
    Export.write(export, THREADS, 0);
    Map<String, String> waits = Map.of("REJOINDER_COMMENTS_SITES_REVIEWS_PREMODERATED", "true");
    progress.line("the platform starts");
    Path data = scratch.resolve("queue");
    try (Platform platform =
        new Platform.Launch(List.of("--store", store), logs, waits).on(data, export)) {
      Result result = measured(platform, Desk.signedIn(platform.consolePort(), data), progress);
      if (json != null) {
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValue(json, result);
      }
    }
    return 0;
  }

  private Result measured(Platform platform, Desk desk, Progress progress)
      throws IOException, InterruptedException, ExecutionException {
    List<Posts> posts =
        platform.threads(THREADS).stream()
            .map(thread -> new Posts(platform.apiPort(), thread))
            .toList();
    for (Posts one : posts) {
      one.post(FILL_RATE, Duration.ofMillis((long) (1_000.0 * held / THREADS / FILL_RATE)));
      progress.line("%,d wait", waiting(desk));
    }
    Await.until("all that was posted waits", FILLED_WITHIN, () -> waiting(desk) >= held * 0.999);
    long filled = waiting(desk);
    progress.line("%,d wait; %d moderators begin, %.0f more a second", filled, moderators, rate);
    shifts(desk, new Timings(), decisions / 10, seconds / 10.0, posts.get(0));
    Timings timings = new Timings();
    int refused = shifts(desk, timings, decisions, seconds, posts.get(1));
    timings
        .quantiles()
        .forEach(
            (asked, quantiles) ->
                progress.line(
                    "%-9s n %,6d  p50 %6.1f ms  p99 %6.1f ms  worst %6.1f ms",
                    asked, quantiles.count(), quantiles.p50(), quantiles.p99(), quantiles.worst()));
    progress.line("%d decisions refused, as another was quicker", refused);
    String date = LocalDate.now(ZoneOffset.UTC).toString();
    Machine machine = Machine.here(platform.flags());
    return new Result(date, machine, filled, refused, timings.quantiles());
  }

  private int shifts(Desk desk, Timings timings, int all, double time, Posts arriving)
      throws InterruptedException, ExecutionException {
    ExecutorService hands = Executors.newCachedThreadPool();
    try {
      Duration lasts = Duration.ofMillis((long) (time * 1_000));
      Future<Map<String, Long>> arrivals = hands.submit(() -> arriving.post(rate, lasts));
      List<Future<Integer>> shifts = new ArrayList<>();
      for (int i = 0; i < moderators; i++) {
        shifts.add(hands.submit(new Shift(desk, timings, all / moderators, time)));
      }
      int refused = 0;
      for (Future<Integer> shift : shifts) {
        refused += shift.get();
      }
      arrivals.get();
      return refused;
    } finally {
      hands.shutdownNow();
    }
  }

  private static long waiting(Desk desk) throws IOException {
    return desk.get("/api/queue/sizes").path("held").path("count").asLong();
  }
}
