package io.rejoinder.bench.measure;

import io.rejoinder.bench.load.Load;
import io.rejoinder.bench.load.Requests;
import io.rejoinder.bench.report.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** GETs of one thread of many comments. */
final class PageTrial {

  static final int CONNECTIONS = 32;

  private final Platform platform;
  private final Progress progress;
  private final byte[] get;

  PageTrial(Platform platform, String thread, Progress progress) {
    this.platform = platform;
    this.progress = progress;
    get =
        ("GET "
                + Web.commentsPath(thread)
                + "?limit="
                + Web.PAGE
                + " HTTP/1.1\r\n"
                + "Host: localhost\r\nAccept: application/json\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** The request, to send to the ceilings as well. */
  byte[] get() {
    return get.clone();
  }

  /** Keeps the page for the ceilings. */
  void save(Path page) throws IOException {
    // Larger than any page: 200 comments of 5,000 code points in HTML and JSON.
    int room = 8 << 20;
    new Trial(1, Duration.ofMillis(1), 200)
        .run(
            platform.apiPort(),
            Requests.same(get),
            (tag, status, body, startedAt) -> {
              try {
                Files.writeString(page, body.text());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            room);
  }

  Figure measure(Length length) throws IOException {
    new Trial(CONNECTIONS, length.warmUp(), 200).run(platform.apiPort(), Requests.same(get));
    Load load =
        new Trial(CONNECTIONS, length.load(), 200).run(platform.apiPort(), Requests.same(get));
    return progress.figure("GET at " + CONNECTIONS, Figure.of(CONNECTIONS, load));
  }
}
