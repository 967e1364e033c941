package io.rejoinder.system.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One service, which may run on several addresses: requests go to them in turn, so whoever repeats
 * one that failed asks another. Keeps cookies. Threadsafe.
 */
public final class Servers {

  /** Longer than the server itself waits for a broker or an outcome. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  private final List<URI> addresses;
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .cookieHandler(new CookieManager())
          .build();

  /** A service on these addresses. */
  public Servers(List<URI> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  /** Asks for something. */
  public Answer get(String path, Map<String, String> headers) throws IOException {
    return send("GET", path, headers, null);
  }

  /**
   * Sends a request.
   *
   * @param body what becomes its JSON, or null for none
   * @throws IOException if there was no answer in time
   */
  public Answer send(String method, String path, Map<String, String> headers, @Nullable Object body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(next().resolve(path)).timeout(ANSWER_WITHIN);
    new TreeMap<>(headers).forEach(request::header);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(
          method, HttpRequest.BodyPublishers.ofByteArray(Answer.JSON.writeValueAsBytes(body)));
    }
    return send(request.build());
  }

  /** Sends a request that is complete. */
  public Answer send(HttpRequest request) throws IOException {
    try {
      return Answer.of(
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The address whose turn it is. */
  public URI next() {
    return addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
  }
}
