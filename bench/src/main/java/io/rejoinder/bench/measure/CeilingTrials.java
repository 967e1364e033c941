package io.rejoinder.bench.measure;

import io.rejoinder.bench.ceiling.AckedServer;
import io.rejoinder.bench.ceiling.BareServer;
import io.rejoinder.bench.ceiling.NothingServer;
import io.rejoinder.bench.load.Load;
import io.rejoinder.bench.load.Requests;
import io.rejoinder.bench.process.Java;
import io.rejoinder.bench.report.Ceilings;
import io.rejoinder.bench.report.Figure;
import io.rejoinder.bench.text.Commenting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Measures the ceilings: each server in a JVM of its own, warmed up, alone on the machine. */
final class CeilingTrials {

  /** As long as the platform's own. */
  private static final List<String> PATHS =
      List.of("/api/threads/00000000-0000-0000-0000-000000000000/comments");

  private final Java java;
  private final Length length;
  private final Path scratch;
  private final Progress progress;
  private final AtomicLong runs = new AtomicLong();

  CeilingTrials(Java java, Length length, Path scratch, Progress progress) {
    this.java = java;
    this.length = length;
    this.scratch = scratch;
    this.progress = progress;
  }

  /** A status and what to ask for it. */
  private record Asking(int wanted, Supplier<Requests> requests) {}

  /** The same POSTs against less and less. */
  Ceilings post(int connections) throws IOException {
    Asking post = new Asking(202, () -> new Commenting(PATHS, runs.incrementAndGet()));
    Path folder = Files.createTempDirectory(scratch, "acked");
    String what = "POST at " + connections + ", ";
    return new Ceilings(
        run(
            what + "a server that does nothing",
            connections,
            post,
            java.serve(NothingServer.class)),
        run(what + "bare netty", connections, post, java.serve(BareServer.class)),
        run(
            what + "netty with ack",
            connections,
            post,
            java.serve(AckedServer.class, folder.toString())));
  }

  /** The same GET against a server that does nothing but send the same page. */
  Figure nothing(int connections, byte[] get, Path page) throws IOException {
    return run(
        "the same bytes, a server that does nothing",
        connections,
        new Asking(200, () -> Requests.same(get)),
        java.serve(NothingServer.class, page.toString()));
  }

  /** The same GET against reactor-netty that sends the same page. */
  Figure bare(int connections, byte[] get, Path page) throws IOException {
    return run(
        "the same bytes, bare netty",
        connections,
        new Asking(200, () -> Requests.same(get)),
        java.serve(BareServer.class, page.toString()));
  }

  private Figure run(String name, int connections, Asking asking, Java.Server server)
      throws IOException {
    try (server) {
      new Trial(connections, length.warmUp(), asking.wanted)
          .run(server.port(), asking.requests.get());
      Load load =
          new Trial(connections, length.load(), asking.wanted)
              .run(server.port(), asking.requests.get());
      return progress.figure(name, Figure.of(connections, load));
    }
  }
}
