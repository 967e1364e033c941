package io.rejoinder.bench.measure;

import io.rejoinder.bench.load.Generator;
import io.rejoinder.bench.load.Load;
import io.rejoinder.bench.load.Pace;
import io.rejoinder.bench.load.Quantiles;
import io.rejoinder.bench.report.Live;
import io.rejoinder.bench.text.Commenting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** POSTs at a fixed rate to a thread that another reader has open. */
final class LiveTrial {

  private static final double RATE = 100;

  /** Enough that a request which is due finds one free while others wait. */
  private static final int CONNECTIONS = 64;

  private static final Duration LATEST_EVENT = Duration.ofSeconds(30);

  private final Platform platform;
  private final String thread;
  private final Progress progress;
  private long run;

  LiveTrial(Platform platform, String thread, Progress progress) {
    this.platform = platform;
    this.thread = thread;
    this.progress = progress;
    run = 1_000;
  }

  Live measure(Duration time) throws IOException {
    Map<String, Long> dueAt = new HashMap<>();
    String cursor = platform.web().cursor(thread);
    try (Stream stream = Stream.of(platform.apiPort(), thread, cursor)) {
      Load load = post(time, dueAt);
      Await.until(
          "events on the stream, " + load.wanted(),
          LATEST_EVENT,
          () -> stream.seen().keySet().containsAll(dueAt.keySet()));
      Histogram toEvent = new Histogram(Duration.ofMinutes(1).toNanos(), 3);
      dueAt.forEach((id, due) -> toEvent.recordValue(at(stream, id) - due));
      Live live =
          new Live(RATE, load.wanted(), load.unwanted(), load.latency(), Quantiles.of(toEvent));
      progress.line(
          "POST to event at %.0f/s: p50 %.1f ms, p99 %.1f ms, worst %.1f ms; to 202: p50 %.1f ms, p99 %.1f ms",
          RATE,
          live.toEvent().p50(),
          live.toEvent().p99(),
          live.toEvent().worst(),
          live.toAnswer().p50(),
          live.toAnswer().p99());
      return live;
    }
  }

  private static long at(Stream stream, String id) {
    Long at = stream.seen().get(id);
    if (at == null) {
      throw new IllegalStateException("no event of " + id);
    }
    return at;
  }

  private Load post(Duration time, Map<String, Long> dueAt) throws IOException {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), platform.apiPort());
    try (Generator generator = new Generator(server, CONNECTIONS, Accepted.ANSWER_KEPT)) {
      return generator.run(
          Pace.fixedRate(System.nanoTime(), RATE, time),
          new Commenting(List.of(Web.commentsPath(thread)), ++run),
          (tag, status, body, due) -> {
            String id = body.member("id");
            if (status == 202 && id != null) {
              dueAt.put(id, due);
            }
          },
          202);
    }
  }
}
