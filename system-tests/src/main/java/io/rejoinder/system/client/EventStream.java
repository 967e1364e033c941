package io.rejoinder.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A reader of one live stream of server-sent events, from opening to closing; its events are those
 * that came until now.
 */
public final class EventStream implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Live> events = new CopyOnWriteArrayList<>();
  private final Stream<String> lines;

  private EventStream(URI address, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
    headers.forEach(request::header);
    try {
      HttpResponse<Stream<String>> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("%s: %d".formatted(address, response.statusCode()));
      }
      lines = response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    Thread reader = new Thread(this::read, "events-of-" + address.getPath());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * An event.
   *
   * @param id its id, empty if it has none
   * @param name what happened
   * @param data what it carries
   */
  public record Live(String id, String name, JsonNode data) {}

  /** Opens a stream and returns once the server has accepted it. */
  public static EventStream open(URI address, Map<String, String> headers) {
    return new EventStream(address, headers);
  }

  /** What came until now, oldest first. */
  public List<Live> events() {
    return new ArrayList<>(events);
  }

  @Override
  public void close() {
    lines.close();
  }

  private void read() {
    Live[] current = {empty()};
    try {
      lines.forEach(line -> current[0] = next(current[0], line));
    } catch (UncheckedIOException | IllegalStateException e) {
      // The stream ended, by close or by the server; what came is kept.
    }
  }

  private Live next(Live current, String line) {
    if (line.isEmpty()) {
      if (!current.data().isMissingNode()) {
        events.add(current);
      }
      return empty();
    }
    String value = line.substring(line.indexOf(':') + 1).stripLeading();
    if (line.startsWith("id:")) {
      return new Live(value, current.name(), current.data());
    }
    if (line.startsWith("event:")) {
      return new Live(current.id(), value, current.data());
    }
    if (line.startsWith("data:")) {
      return new Live(current.id(), current.name(), Answer.JSON.readTree(value));
    }
    return current;
  }

  private static Live empty() {
    return new Live("", "", MissingNode.getInstance());
  }
}
