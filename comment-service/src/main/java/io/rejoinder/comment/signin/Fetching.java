package io.rejoinder.comment.signin;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the addresses that the operator has configured, and what those name: over TLS, but for this
 * machine itself. No redirect is followed, and an answer has a bound in time and size. Blocks.
 */
final class Fetching implements ResourceRetriever {

  private static final int MOST_BYTES = 256 * 1024;
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTED_WITHIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * The address, if it may be asked.
   *
   * @throws IllegalArgumentException if it is neither https nor on this machine
   */
  static URI checked(URI address) {
    boolean secure = "https".equals(address.getScheme());
    boolean local = "http".equals(address.getScheme()) && loopback(address.getHost());
    if (address.getHost() == null || address.getRawUserInfo() != null || !(secure || local)) {
      throw new IllegalArgumentException(
          "address of a sign-in: scheme %s (expected: https, or http on this machine)"
              .formatted(address.getScheme()));
    }
    return address;
  }

  private static boolean loopback(@Nullable String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(url.toURI()).timeout(ANSWERED_WITHIN).build();
      return new Resource(send(request), "application/json");
    } catch (URISyntaxException e) {
      throw new IOException("not an address", e);
    }
  }

  private static void cut(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // It was read to its end, or whoever reads it learns of it.
    }
  }

  /** The body of an answer that is a 200; anything else is a failure. */
  String send(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        // The request's time ends with the first byte of the answer; this is for the rest.
        CompletableFuture.delayedExecutor(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> cut(body));
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (answer.statusCode() != 200 || bytes.length > MOST_BYTES) {
          throw new IOException(
              "status %d, %d bytes (expected: 200, at most %d)"
                  .formatted(answer.statusCode(), bytes.length, MOST_BYTES));
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
