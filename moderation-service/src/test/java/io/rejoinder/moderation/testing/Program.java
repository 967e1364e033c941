package io.rejoinder.moderation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A program that asks with a token, without cookies. */
public final class Program {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;
  private final String secret;

  /** A program at the service at this address, with this secret. */
  public Program(String address, String secret) {
    this.address = address;
    this.secret = secret;
  }

  /** Any request; with JSON where there is a body. */
  public Console.Answer send(String method, String path, @Nullable String body) {
    return send(method, path, body, "");
  }

  /** The same with a cookie, as a browser would send it. */
  public Console.Answer send(String method, String path, @Nullable String body, String cookie) {
    HttpRequest.Builder request =
        request(path)
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return answer(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  /** A request of nobody at all. */
  public Console.Answer anonymously(String method, String path) {
    return answer(request(path).method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
  }

  private static Console.Answer answer(HttpRequest.Builder request) {
    try {
      return new Console.Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
