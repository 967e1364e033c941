package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Behind a proxy with TLS that adds a path: the service is told its public path, and every address
 * that it makes works there.
 */
@ExtendWith(SharedPlatform.class)
class PrefixTest {

  private static final String COMMENT = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}}";

  private static PrefixProxy proxy;
  private static HttpClient http;

  @BeforeAll
  static void startProxy(Platform platform)
      throws IOException, GeneralSecurityException, InterruptedException {
    proxy = new PrefixProxy(platform.uri(""));
    http = HttpClient.newBuilder().sslContext(proxy.trust()).build();
  }

  @AfterAll
  static void stopProxy() throws IOException {
    proxy.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(Platform.BOUND).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address));
  }

  @Test
  void thePlaceOfAPostAndTheTypeOfAProblemAreFoundWhereTheyAreSaidToBe()
      throws IOException, InterruptedException {
    URI post = proxy.uri("/api/threads/film/comments");
    HttpResponse<String> kept =
        send(
            HttpRequest.newBuilder(post)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(COMMENT)));
    URI submission = post.resolve(kept.headers().firstValue("Location").orElseThrow());
    String token = Platform.json(kept).get("token").asString();
    assertThat(
            send(HttpRequest.newBuilder(submission).header("Authorization", "Bearer " + token))
                .statusCode())
        .isEqualTo(200);

    JsonNode problem = Platform.json(get(submission));
    assertThat(problem.get("instance").asString()).isEqualTo(submission.getPath());
    HttpResponse<String> explained = get(submission.resolve(problem.get("type").asString()));
    assertThat(explained.body()).startsWith("A token is needed");
  }

  @Test
  void whatPagesLoadImportsWhatIsThere() throws IOException, InterruptedException {
    URI embed = proxy.uri("/embed.js");
    HttpResponse<String> script = get(embed);
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.body()).contains("import.meta.url").doesNotContain("import\"", "from\"");
    URI widget = embed.resolve("widget/rejoinder.js");
    HttpResponse<String> module = get(widget);
    assertThat(module.statusCode()).isEqualTo(200);

    Matcher imports =
        Pattern.compile("(?:from|import)\\(?[\"`'](\\.[^\"`']+)").matcher(module.body());
    while (imports.find()) {
      assertThat(get(widget.resolve(imports.group(1))).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theStreamComesThrough() {
    try (EventStream stream = EventStream.open(http, proxy.uri("/api/threads/film/stream"))) {
      assertThat(stream.status()).isEqualTo(200);
    }
  }
}
