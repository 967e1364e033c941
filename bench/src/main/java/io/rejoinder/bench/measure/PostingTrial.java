package io.rejoinder.bench.measure;

import io.rejoinder.bench.load.Answers;
import io.rejoinder.bench.load.Generator;
import io.rejoinder.bench.load.Load;
import io.rejoinder.bench.load.Pace;
import io.rejoinder.bench.process.Usage;
import io.rejoinder.bench.report.Ceilings;
import io.rejoinder.bench.report.Figure;
import io.rejoinder.bench.report.Posting;
import io.rejoinder.bench.text.Commenting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * POSTs to all threads by turns, as fast as they are answered; then waits until all can be read.
 */
final class PostingTrial {

  /** Comments a second: with {@link Length#FULL} 18,000, which compile what is hot. */
  private static final double WARM_UP_RATE = 300;

  private static final int WARM_UP_CONNECTIONS = 64;

  private final Platform platform;
  private final List<String> threads;
  private final Progress progress;
  private final Settled settled;
  private long run;

  PostingTrial(Platform platform, List<String> threads, Progress progress) {
    this.platform = platform;
    this.threads = threads;
    this.progress = progress;
    settled = new Settled(platform.web(), threads);
  }

  /**
   * Not measured; returns once its comments can be read. At a rate that leaves the compiler its
   * share of the cores: at full speed it would be at work for minutes.
   */
  void warmUp(Duration time) throws IOException {
    long[] before = settled.counts();
    Accepted accepted = new Accepted(threads.size());
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), platform.apiPort());
    try (Generator generator = new Generator(server, WARM_UP_CONNECTIONS, Accepted.ANSWER_KEPT)) {
      generator.run(Pace.fixedRate(System.nanoTime(), WARM_UP_RATE, time), posts(), accepted, 202);
    }
    settled.await(before, accepted);
  }

  Posting measure(int connections, Duration time, Ceilings ceilings) throws IOException {
    long[] before = settled.counts();
    Usage usageBefore = platform.usage();
    Accepted accepted = new Accepted(threads.size());
    Load load = load(connections, time, accepted);
    Duration cpu = platform.usage().cpu().minus(usageBefore.cpu());
    long readableAt = settled.await(before, accepted);
    double settle = (readableAt - load.lastWantedAt()) / 1e9;
    double loadSeconds = load.time().toNanos() / 1e9;
    Figure figure = progress.figure("POST at " + connections, Figure.of(connections, load));
    Posting posting =
        new Posting(
            figure,
            ceilings,
            settled.readableSince(before),
            settle,
            load.wanted() / (loadSeconds + settle),
            accepted.idsOfFirst().size(),
            missing(accepted),
            cpu.toNanos() / 1e9 / loadSeconds / Runtime.getRuntime().availableProcessors());
    progress.line(
        "  readable %.1f s later: sustained %,.0f/s; accepted %d, readable %d, %s",
        settle, posting.sustained(), load.wanted(), posting.readable(), load.statuses());
    return posting;
  }

  private Load load(int connections, Duration time, Answers answers) throws IOException {
    return new Trial(connections, time, 202)
        .run(platform.apiPort(), posts(), answers, Accepted.ANSWER_KEPT);
  }

  private Commenting posts() {
    return new Commenting(threads.stream().map(Web::commentsPath).toList(), ++run);
  }

  /** Ids of the first thread that are not read exactly once. */
  private long missing(Accepted accepted) throws IOException {
    Map<String, Integer> times = new HashMap<>();
    platform.web().ids(threads.get(0)).forEach(id -> times.merge(id, 1, Integer::sum));
    return accepted.idsOfFirst().stream().filter(id -> times.getOrDefault(id, 0) != 1).count();
  }
}
