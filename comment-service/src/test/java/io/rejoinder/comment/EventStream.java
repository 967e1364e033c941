package io.rejoinder.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rejoinder.comment.edge.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A reader of server-sent events, in a thread of its own. */
public final class EventStream implements AutoCloseable {

  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Received> events = new LinkedBlockingQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * An event.
   *
   * @param name its name
   * @param id its id
   * @param data its data
   */
  public record Received(String name, @Nullable String id, JsonNode data) {}

  private EventStream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  static EventStream open(HttpClient http, URI uri, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new EventStream(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The status of the answer. */
  public int status() {
    return response.statusCode();
  }

  /** A header of the answer. */
  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
      String name = "";
      String id = null;
      String line;
      while ((line = lines.readLine()) != null) {
        begun.countDown();
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          events.add(new Received(name, id, Json.mapper().readTree(line.substring(6))));
        }
      }
    } catch (IOException e) {
      // The stream was cut: told by ended().
    } finally {
      ended.countDown();
    }
  }

  /** Waits until the server has registered this reader. */
  public EventStream awaitBegun() throws InterruptedException {
    if (!begun.await(Platform.BOUND.toMillis(), MILLISECONDS)) {
      throw new AssertionError("no sign of life");
    }
    return this;
  }

  /** The next event. */
  public Received next() throws InterruptedException {
    Received event = events.poll(Platform.BOUND.toMillis(), MILLISECONDS);
    if (event == null) {
      throw new AssertionError("no event came");
    }
    return event;
  }

  /** How many events lie unread. */
  public int waiting() {
    return events.size();
  }

  /** Whether the server ended the stream in time. */
  public boolean ended() throws InterruptedException {
    return ended.await(Platform.BOUND.toMillis(), MILLISECONDS);
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
