package io.rejoinder.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Another reader: follows a thread's stream and notes when it was told of each comment. */
final class Stream implements AutoCloseable {

  private static final String DATA = "data:";
  private static final String PUBLISHED = "event:published";

  private final HttpURLConnection connection;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  private Stream(HttpURLConnection connection) {
    this.connection = connection;
  }

  /** Connects; returns once the stream is open. */
  static Stream of(int port, String thread, String cursor) throws IOException {
    URI uri =
        URI.create(
            "http://localhost:" + port + "/api/threads/" + thread + "/stream?after=" + cursor);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Accept", "text/event-stream");
    if (connection.getResponseCode() != 200) {
      throw new IOException(
          "status of a stream: " + connection.getResponseCode() + " (expected: 200)");
    }
    Stream stream = new Stream(connection);
    InputStream events = connection.getInputStream();
    Thread reader = new Thread(() -> stream.read(events), "stream");
    reader.setDaemon(true);
    reader.start();
    return stream;
  }

  private void read(InputStream events) {
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
  public void close() {
    connection.disconnect();
  }
}
