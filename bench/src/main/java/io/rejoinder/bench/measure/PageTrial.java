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
import java.util.List;

/** GETs of one thread of many comments, in one form. */
final class PageTrial {

  static final int CONNECTIONS = 32;

  /** Time enough for one answer at least. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMillis(200);

  private static final int SENT = 200;
  private static final int UNCHANGED = 304;

  private final String form;
  private final Platform platform;
  private final Progress progress;
  private final byte[] get;
  private final int wanted;

  private PageTrial(String form, Platform platform, Progress progress, String path, String etag) {
    this.form = form;
    this.platform = platform;
    this.progress = progress;
    this.wanted = etag.isEmpty() ? SENT : UNCHANGED;
    String condition = etag.isEmpty() ? "" : "If-None-Match: " + etag + "\r\n";
    this.get =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + condition + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** The forms of a thread: JSON first, each sent whole and then only confirmed. */
  static List<PageTrial> of(Platform platform, String thread, Progress progress)
      throws IOException {
    String json = Web.commentsPath(thread) + "?limit=" + Web.PAGE;
    String html = Web.pagePath(thread) + "?limit=" + Web.PAGE;
    String fragment = Web.pagePath(thread) + "/fragment?limit=" + Web.PAGE;
    Web web = platform.web();
    return List.of(
        new PageTrial("JSON", platform, progress, json, ""),
        new PageTrial("JSON, unchanged", platform, progress, json, web.etag(json)),
        new PageTrial("page in HTML", platform, progress, html, ""),
        new PageTrial("page in HTML, unchanged", platform, progress, html, web.etag(html)),
        new PageTrial("part of a page", platform, progress, fragment, ""),
        new PageTrial(
            "part of a page, unchanged", platform, progress, fragment, web.etag(fragment)));
  }

  String form() {
    return form;
  }

  /** The request, to send to the ceilings as well. */
  byte[] get() {
    return get.clone();
  }

  /** Keeps the answer's body for the ceilings: that of a confirmation is empty. */
  void save(Path page) throws IOException {
    // Larger than any page: 200 comments of 5,000 code points in HTML and JSON.
    int room = 16 << 20;
    new Trial(1, ANSWERED_WITHIN, wanted)
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
    new Trial(CONNECTIONS, length.warmUp(), wanted).run(platform.apiPort(), Requests.same(get));
    Load load =
        new Trial(CONNECTIONS, length.load(), wanted).run(platform.apiPort(), Requests.same(get));
    return progress.figure("GET at " + CONNECTIONS + ", " + form, Figure.of(CONNECTIONS, load));
  }
}
