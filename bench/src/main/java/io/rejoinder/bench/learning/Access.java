package io.rejoinder.bench.learning;

import io.rejoinder.bench.measure.Platform;
import io.rejoinder.bench.measure.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All ways into a running platform: what guests post, the console, and the log. */
record Access(Guests guests, Desk desk, EventLog log, Progress progress) implements AutoCloseable {

  /**
   * Signs in and begins to follow the log.
   *
   * @param data the platform's folder
   * @param threads to post to
   */
  static Access to(Platform platform, Path data, List<String> threads, Progress progress)
      throws IOException {
    return new Access(
        new Guests(platform.apiPort(), threads, progress),
        Desk.signedIn(platform.consolePort(), data),
        EventLog.of(data),
        progress);
  }

  @Override
  public void close() {
    log.close();
  }
}
