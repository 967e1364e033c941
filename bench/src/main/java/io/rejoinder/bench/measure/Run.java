package io.rejoinder.bench.measure;

import io.rejoinder.bench.process.Java;
import io.rejoinder.bench.process.Usage;
import io.rejoinder.bench.report.Ceilings;
import io.rejoinder.bench.report.Figure;
import io.rejoinder.bench.report.Live;
import io.rejoinder.bench.report.Machine;
import io.rejoinder.bench.report.Memory;
import io.rejoinder.bench.report.Page;
import io.rejoinder.bench.report.Posting;
import io.rejoinder.bench.report.Results;
import io.rejoinder.bench.report.Start;
import io.rejoinder.bench.text.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything, one after the other. The platform is started afresh for what its readers notice (the
 * stream, the page), and again for POSTs at full speed, so that the first is not measured on the
 * heap of the second.
 */
public final class Run {

  /** Like a site: a thread lives on one partition, so one alone would not show the platform. */
  private static final int REVIEWS = 20;

  private static final int COMMENTS_OF_PAGE = 200;
  private static final List<Integer> CONNECTIONS = List.of(32, 256);
  private static final double MB = 1024;
  private static final Duration REFILLED_WITHIN = Duration.ofMinutes(10);

  private final Platform.Launch launch;
  private final Length length;
  private final Path scratch;
  private final Progress progress;
  private final Path export;

  /**
   * Prepares; nothing runs yet.
   *
   * @param launch how the platform is started
   * @param scratch an empty folder
   */
  Run(Platform.Launch launch, Length length, Path scratch, Progress progress) {
    this.launch = launch;
    this.length = length;
    this.scratch = scratch;
    this.progress = progress;
    export = scratch.resolve("export.xml");
  }

  /**
   * Runs everything.
   *
   * @param store options of {@code ./start} that choose the store
   * @param logs where the output of all parts goes
   * @param scratch an empty folder
   */
  public static Results of(
      List<String> store, Path logs, Path scratch, Length length, Progress progress)
      throws IOException {
    return new Run(new Platform.Launch(store, logs), length, scratch, progress).results();
  }

  private Results results() throws IOException {
    Export.write(export, REVIEWS, COMMENTS_OF_PAGE);
    Java java = new Java(prepare(), launch.logs());
    CeilingTrials ceilings = new CeilingTrials(java, length, scratch, progress);
    List<Ceilings> posts = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      posts.add(ceilings.post(connections));
    }
    List<Double> empty = startEmpty();
    Noticed noticed = readersNotice(ceilings);
    Loaded loaded = load(posts);
    Start start = startFull(empty, loaded);
    return new Results(
        LocalDate.now(ZoneOffset.UTC).toString(),
        length.full(),
        length.load().toSeconds(),
        REVIEWS,
        loaded.store,
        Machine.here(java.flags()),
        loaded.posting,
        noticed.pages.get(0),
        noticed.pages.subList(1, noticed.pages.size()),
        noticed.live,
        start,
        loaded.memory);
  }

  /** Lets {@code ./start} do what it does once after a build; returns what its JVM runs with. */
  private List<String> prepare() throws IOException {
    progress.line("first start, not measured: it prepares quick starts");
    try (Platform platform = launch.on(scratch.resolve("first"), null)) {
      return platform.flags();
    }
  }

  private List<Double> startEmpty() throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < length.starts(); i++) {
      try (Platform platform = launch.on(scratch.resolve("empty-" + i), null)) {
        seconds.add(platform.readySeconds());
        progress.line("ready on an empty data folder after %.1f s", platform.readySeconds());
      }
    }
    return seconds;
  }

  private record Noticed(List<Page> pages, Live live) {}

  /** A form of a page with its figure, and its bytes for the ceilings. */
  private record Measured(PageTrial trial, Figure figure, Path saved) {}

  private Noticed readersNotice(CeilingTrials ceilings) throws IOException {
    List<Measured> measured = new ArrayList<>();
    Live live;
    try (Platform platform = launch.on(scratch.resolve("readers"), export)) {
      List<String> threads = platform.threads(REVIEWS);
      String discussed = platform.discussed(COMMENTS_OF_PAGE);
      LiveTrial lives = new LiveTrial(platform, threads.get(0), progress);
      // The first seconds run interpreted: posted and read before anything is measured.
      new PostingTrial(platform, threads.subList(1, REVIEWS), progress).warmUp(length.compiled());
      lives.measure(length.liveWarmUp());
      live = lives.measure(length.live());
      for (PageTrial trial : PageTrial.of(platform, discussed, progress)) {
        Path saved = scratch.resolve("page-" + measured.size());
        Figure figure = trial.measure(length);
        trial.save(saved);
        measured.add(new Measured(trial, figure, saved));
      }
    }
    List<Page> pages = new ArrayList<>();
    for (Measured each : measured) {
      pages.add(page(each, ceilings));
    }
    return new Noticed(pages, live);
  }

  private static Page page(Measured each, CeilingTrials ceilings) throws IOException {
    int connections = PageTrial.CONNECTIONS;
    byte[] get = each.trial.get();
    return new Page(
        each.trial.form(),
        COMMENTS_OF_PAGE,
        Math.toIntExact(Files.size(each.saved)),
        each.figure,
        ceilings.nothing(connections, get, each.saved),
        ceilings.bare(connections, get, each.saved));
  }

  private record Loaded(String store, List<Posting> posting, Memory memory, List<String> threads) {}

  private Loaded load(List<Ceilings> posts) throws IOException {
    try (Platform platform = launch.on(scratch.resolve("load"), export)) {
      List<String> threads = platform.threads(REVIEWS);
      platform.discussed(COMMENTS_OF_PAGE);
      Usage rest = platform.usage();
      PostingTrial trial = new PostingTrial(platform, threads, progress);
      trial.warmUp(length.compiled());
      List<Posting> posting = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS.size(); i++) {
        posting.add(trial.measure(CONNECTIONS.get(i), length.load(), posts.get(i)));
      }
      Usage after = platform.usage();
      Memory memory =
          new Memory(
              rest.residentKb() / MB,
              after.residentKb() / MB,
              after.peakKb() / MB,
              comments(platform, threads));
      progress.line(
          "resident: %.0f MB before, %.0f MB after the load, at most %.0f MB; %d comments",
          memory.restMb(), memory.afterMb(), memory.peakMb(), memory.comments());
      return new Loaded(platform.store(), posting, memory, threads);
    }
  }

  /** Starts on the log that the load has left behind, and waits until all of it can be read. */
  private Start startFull(List<Double> empty, Loaded loaded) throws IOException {
    try (Platform platform = launch.on(scratch.resolve("load"), null)) {
      long expected = loaded.memory.comments();
      Await.until("comments after a start", REFILLED_WITHIN, () -> isRefilled(platform, loaded));
      double seconds = platform.upSeconds();
      Start start = new Start(empty, expected, seconds);
      progress.line(
          "ready again after %.1f s, %d comments readable after %.1f s: %.2f s for each 10,000",
          platform.readySeconds(), expected, seconds, start.refillPer10000());
      return start;
    }
  }

  private static boolean isRefilled(Platform platform, Loaded loaded) {
    try {
      return comments(platform, loaded.threads) >= loaded.memory.comments();
    } catch (IOException e) {
      // A store that is being filled may refuse a read for a while.
      return false;
    }
  }

  private static long comments(Platform platform, List<String> threads) throws IOException {
    long comments = 0;
    for (String thread : threads) {
      comments += platform.web().count(thread);
    }
    return comments;
  }
}
