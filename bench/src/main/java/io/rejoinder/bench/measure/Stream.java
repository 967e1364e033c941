package io.rejoinder.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Another reader: follows a thread's stream and notes when it was told of each comment. */
final class Stream implements AutoCloseable {

  private static final String DATA = "data:";
  private static final String PUBLISHED = "event:published";

  private final InputStream events;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  private Stream(InputStream events) {
    this.events = events;
  }

  /** Connects; returns once the stream is open. */
  static Stream of(int port, String thread, String cursor) throws IOException {
    URI uri =
        URI.create(
            "http://localhost:" + port + "/api/threads/" + thread + "/stream?after=" + cursor);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream").build();
    Stream stream = new Stream(opened(request));
    Thread reader = new Thread(stream::read, "stream");
    reader.setDaemon(true);
    reader.start();
    return stream;
  }

  private static InputStream opened(HttpRequest request) throws IOException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IOException("status of a stream: " + answer.statusCode() + " (expected: 200)");
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a stream was opened");
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      boolean published = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          published = line.replace(" ", "").equals(PUBLISHED);
        } else if (published && line.startsWith(DATA)) {
          long now = System.nanoTime();
          String data = line.substring(DATA.length());
          seen.putIfAbsent(JsonMapper.shared().readTree(data).get("id").asString(), now);
        }
      }
    } catch (IOException e) {
      // Closed: by us when all was seen, or too early, which the missing events will tell.
    }
  }

  /** When each comment's event came, by id, in {@link System#nanoTime()}. */
  Map<String, Long> seen() {
    return seen;
  }

  @Override
  public void close() throws IOException {
    // Ends the exchange at once, where a URLConnection waits for what comes next: a heartbeat.
    events.close();
  }
}
