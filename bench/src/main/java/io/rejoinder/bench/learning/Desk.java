package io.rejoinder.bench.learning;

import io.rejoinder.bench.measure.Await;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The moderators' console as a signed-in browser asks it, over HTTP. Threadsafe once signed in. */
public final class Desk {

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
  private static final Duration ACCOUNT_WITHIN = Duration.ofSeconds(30);
  private static final String ADMINISTRATOR = "admin";
  private static final int FIRST_ERROR = 400;

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final String address;
  private String token = "";

  private Desk(int port) {
    this.address = "http://localhost:" + port;
  }

  /** Signs in as the first administrator, whose password is in the data folder. */
  public static Desk signedIn(int port, Path data) throws IOException {
    Path password = data.resolve("admin-password");
    Await.until("the first account", ACCOUNT_WITHIN, () -> Files.exists(password));
    Desk desk = new Desk(port);
    Map<String, String> credentials =
        Map.of("name", ADMINISTRATOR, "password", Files.readString(password).strip());
    desk.token = token(desk.send("GET", "/api/session", null));
    desk.token = token(desk.post("/api/session", credentials));
    return desk;
  }

  private static String token(JsonNode session) {
    return session.path("csrf").path("token").asString();
  }

  private static String token(HttpResponse<String> asked) {
    return token(JsonMapper.shared().readTree(asked.body()));
  }

  /** The answer's body. */
  public JsonNode get(String path) throws IOException {
    return body(send("GET", path, null));
  }

  /** The answer's body. */
  public JsonNode post(String path, Object body) throws IOException {
    return body(send("POST", path, body));
  }

  private JsonNode body(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new IOException(
          "%s: status %d, %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, @Nullable Object body)
      throws IOException {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWERED_WITHIN)
            .header("Content-Type", "application/json")
            .method(method, sent);
    if (!token.isEmpty()) {
      request.header("X-CSRF-TOKEN", token);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the console was asked");
    }
  }
}
