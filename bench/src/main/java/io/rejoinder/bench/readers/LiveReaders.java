package io.rejoinder.bench.readers;

import io.rejoinder.bench.measure.Platform;
import io.rejoinder.bench.measure.Progress;
import io.rejoinder.bench.report.Machine;
import io.rejoinder.bench.text.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The program: many readers of one thread. */
@Command(
    name = "bench/live-readers",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Opens one thread for many readers, publishes single comments, then a stream of them, and",
      "says when the readers had them and what a connection takes. Let nothing else run meanwhile."
    })
public final class LiveReaders implements Callable<Integer> {

  private static final double WARM_UP_RATE = 100;
  private static final int WARM_UP_READERS = 100;
  private static final double SINGLE_RATE = 1;

  @Option(names = "--readers", defaultValue = "10000", description = "Of single comments; 10000.")
  private int readers = 10_000;

  @Option(names = "--singles", defaultValue = "10", description = "Comments, one a second; 10.")
  private int singles = 10;

  @Option(names = "--busy-readers", defaultValue = "2000", description = "Of a stream; 2000.")
  private int busyReaders = 2_000;

  @Option(names = "--rate", defaultValue = "100", description = "Of the stream, a second; 100.")
  private double rate = 100;

  @Option(names = "--seconds", defaultValue = "30", description = "Of the stream; 30.")
  private int seconds = 30;

  @Option(names = "--warm-up", defaultValue = "40", description = "Seconds of posts before; 40.")
  private int warmUp = 40;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Option(names = "--scratch", hidden = true, required = true, description = "An empty folder.")
  private Path scratch = Path.of("");

  @Option(names = "--logs", hidden = true, required = true, description = "What the parts print.")
  private Path logs = Path.of("");

  private LiveReaders() {}

  /** Runs the command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LiveReaders()).execute(arguments));
  }

  /** One run. */
  private record Result(
      String date, Machine machine, double bytesPerConnection, Delivery single, Delivery stream) {}

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(logs);
    Progress progress = new Progress(System.out);
    Path export = scratch.resolve("export.xml");
    Export.write(export, 2, 0);
    Map<String, String> tracked = Map.of("REJOINDER_JAVA_OPTS", LiveMemory.OPTION);
    progress.line("the platform starts");
    try (Platform platform =
        new Platform.Launch(List.of("--store", "memory"), logs, tracked)
            .on(scratch.resolve("readers"), export)) {
      Result result = measured(platform, progress);
      if (json != null) {
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValue(json, result);
      }
    }
    return 0;
  }

  private Result measured(Platform platform, Progress progress) throws IOException {
    List<String> threads = platform.threads(2);
    String thread = threads.get(0);
    progress.line("posts for %d s, not counted: the first ones run interpreted", warmUp);
    try (Readers few = Readers.open(logs, platform.apiPort(), threads.get(1), WARM_UP_READERS)) {
      new Posts(platform.apiPort(), threads.get(1)).post(WARM_UP_RATE, Duration.ofSeconds(warmUp));
    }
    Posts posts = new Posts(platform.apiPort(), thread);
    LiveMemory before = LiveMemory.of(platform.pid());
    double bytes;
    Delivery single;
    progress.line("%,d readers come", readers);
    try (Readers many = Readers.open(logs, platform.apiPort(), thread, readers)) {
      progress.line("all are there");
      bytes = LiveMemory.of(platform.pid()).perConnection(before, readers);
      progress.line(String.format(Locale.ROOT, "%.1f KB for each connection", bytes / 1024));
      Map<String, Long> due = new HashMap<>();
      for (int i = 0; i < singles; i++) {
        Map<String, Long> one = posts.post(SINGLE_RATE, Duration.ofSeconds(1));
        many.haveAll(one.keySet());
        due.putAll(one);
      }
      single = many.delivery(due);
      progress.line("one at a time: %s", single);
    }
    progress.line("%,d readers, %.0f comments a second", busyReaders, rate);
    try (Readers busy = Readers.open(logs, platform.apiPort(), thread, busyReaders)) {
      Map<String, Long> due = posts.post(rate, Duration.ofSeconds(seconds));
      if (!busy.haveAll(due.keySet())) {
        withoutHeld(posts, due, progress);
      }
      Delivery stream = busy.delivery(due);
      progress.line("a stream of them: %s", stream);
      String date = LocalDate.now(ZoneOffset.UTC).toString();
      return new Result(date, Machine.here(platform.flags()), bytes, single, stream);
    }
  }

  /** Nobody misses what the screening holds for a moderator. */
  private static void withoutHeld(Posts posts, Map<String, Long> due, Progress progress)
      throws IOException {
    for (String id : List.copyOf(due.keySet())) {
      if (!posts.isPublished(id)) {
        due.remove(id);
        progress.line("%s was not published, and is not counted", id);
      }
    }
  }
}
