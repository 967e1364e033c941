package io.rejoinder.moderation.testing;

import io.rejoinder.events.EventCodec;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A moderator's browser, as far as the API goes. */
public final class Console {

  private final String address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String token = "";

  /** A console on the service at this address, with nobody signed in. */
  public Console(String address) {
    this.address = address;
    JsonNode session = get("/api/session").body();
    this.token = session.path("csrf").path("token").asString("");
  }

  /** Signs in; the console's own token is the session's from then on. */
  public Answer signIn(String name, String password) {
    Answer answer = send("POST", "/api/session", json(Map.of("name", name, "password", password)));
    if (answer.status() == 200) {
      token = answer.body().path("csrf").path("token").asString("");
    }
    return answer;
  }

  /** Signs in as soon as the account is there. */
  public Console signedIn(String name, String password) {
    org.awaitility.Awaitility.await()
        .atMost(TestBroker.BOUND)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> signIn(name, password).status() == 200);
    return this;
  }

  /** The same without a token. */
  public Console withoutToken() {
    token = "";
    return this;
  }

  /** GET. */
  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** POST of this object as JSON. */
  public Answer post(String path, Object body) {
    return send("POST", path, json(body));
  }

  /** What a request without a body is answered with; of a live stream, at its first byte. */
  public int status(String method, String path) {
    try {
      HttpResponse<java.io.InputStream> response =
          http.send(request(method, path, null), BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Any request. */
  public Answer send(String method, String path, @org.jspecify.annotations.Nullable String body) {
    try {
      HttpResponse<String> response =
          http.send(request(method, path, body), BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(
      String method, String path, @org.jspecify.annotations.Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("X-CSRF-TOKEN", token);
    }
    return request.build();
  }

  /** The lines of a live stream, as they come. */
  public List<String> listen(String path) {
    List<String> lines = new CopyOnWriteArrayList<>();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    var unused =
        http.sendAsync(
            request,
            BodyHandlers.fromLineSubscriber(
                new java.util.concurrent.Flow.Subscriber<String>() {
                  @Override
                  public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
                    subscription.request(Long.MAX_VALUE);
                  }

                  @Override
                  public void onNext(String line) {
                    lines.add(line);
                  }

                  @Override
                  public void onError(Throwable e) {
                    lines.add("error");
                  }

                  @Override
                  public void onComplete() {
                    lines.add("end");
                  }
                }));
    return lines;
  }

  private static String json(Object body) {
    return EventCodec.json().writeValueAsString(body);
  }

  /**
   * An answer.
   *
   * @param response of the service
   */
  public record Answer(HttpResponse<String> response) {

    /** Its status. */
    public int status() {
      return response.statusCode();
    }

    /** Its body as JSON; empty where it is none. */
    public JsonNode body() {
      String body = response.body();
      return body.startsWith("{")
          ? EventCodec.json().readTree(body)
          : EventCodec.json().createObjectNode();
    }

    /** A header. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The type of the problem. */
    public String problem() {
      return body().path("type").asString("").replace("/problems/", "");
    }
  }
}
