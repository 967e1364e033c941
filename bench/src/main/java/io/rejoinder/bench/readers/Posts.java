package io.rejoinder.bench.readers;

import io.rejoinder.bench.load.Generator;
import io.rejoinder.bench.load.Pace;
import io.rejoinder.bench.text.Commenting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comments that are posted at a fixed rate, each by somebody else. */
final class Posts {

  /** Enough that a request which is due finds one free while others wait. */
  private static final int CONNECTIONS = 64;

  /** Bytes of an answer that hold its id. */
  private static final int ANSWER_KEPT = 128;

  private static final int ACCEPTED = 202;

  private final int port;
  private final String path;

  /** The texts of each run are others, on each thread. */
  private long run;

  Posts(int port, String thread) {
    this.port = port;
    this.path = "/api/threads/" + thread + "/comments";
    this.run = 5_000 + 100L * Math.floorMod(thread.hashCode(), 1_000);
  }

  /**
   * Posts for a time.
   *
   * @return when each was due, by its id, {@link System#nanoTime()}
   * @throws IllegalStateException if one was not accepted
   */
  Map<String, Long> post(double rate, Duration time) throws IOException {
    Map<String, Long> due = new HashMap<>();
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Generator generator = new Generator(server, CONNECTIONS, ANSWER_KEPT)) {
      long unwanted =
          generator
              .run(
                  Pace.fixedRate(System.nanoTime(), rate, time),
                  new Commenting(List.of(path), ++run),
                  (tag, status, body, at) -> {
                    String id = body.member("id");
                    if (status == ACCEPTED && id != null) {
                      due.put(id, at);
                    }
                  },
                  ACCEPTED)
              .unwanted();
      if (unwanted > 0) {
        throw new IllegalStateException(unwanted + " comments were not accepted");
      }
    }
    return due;
  }
}
