package io.rejoinder.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers can see, asked for as they would: over HTTP. */
final class Web {

  /** Roots on a page, at most. */
  static final int PAGE = 200;

  private static final Pattern THREAD = Pattern.compile("thread=\"([^\"]+)\"");
  private static final Duration WITHIN = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = JsonMapper.shared();
  private final Addresses addresses;

  Web(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Whether the site, the comments API and the console answer. */
  boolean answers() {
    return isServed(addresses.site(), "/")
        && isServed(addresses.api(), "/api/openapi.yaml")
        && isServed(addresses.console(), "/");
  }

  /** The thread below a review; empty while the site does not show it. */
  Optional<String> thread(String slug) throws IOException {
    HttpResponse<String> page = get(addresses.site(), "/reviews/" + slug);
    Matcher thread = THREAD.matcher(page.body());
    return page.statusCode() == 200 && thread.find()
        ? Optional.of(thread.group(1))
        : Optional.empty();
  }

  /** How many comments of a thread readers see. */
  long count(String thread) throws IOException {
    return comments(thread, "limit=1").get("count").asLong();
  }

  /** The position on the stream that a read of the thread includes now. */
  String cursor(String thread) throws IOException {
    return comments(thread, "limit=1").get("cursor").asString();
  }

  /** The ids of all comments of a thread, replies included, page by page. */
  List<String> ids(String thread) throws IOException {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page = comments(thread, "sort=oldest&limit=" + PAGE + after);
      collectIds(page.get("comments"), ids);
      JsonNode next = page.get("next");
      if (next == null || next.isNull()) {
        return ids;
      }
      after = "&after=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
    }
  }

  private static void collectIds(JsonNode comments, List<String> into) {
    for (JsonNode comment : comments) {
      into.add(comment.get("id").asString());
      collectIds(comment.get("replies"), into);
    }
  }

  private JsonNode comments(String thread, String query) throws IOException {
    HttpResponse<String> page = get(addresses.api(), commentsPath(thread) + "?" + query);
    if (page.statusCode() != 200) {
      throw new IOException("status of a thread's page: " + page.statusCode() + " (expected: 200)");
    }
    return json.readTree(page.body());
  }

  /** Where a thread's comments are. */
  static String commentsPath(String thread) {
    return "/api/threads/" + thread + "/comments";
  }

  /** Where a thread's own page is. */
  static String pagePath(String thread) {
    return "/threads/" + thread;
  }

  /** The entity tag of an address of the comments API. */
  String etag(String path) throws IOException {
    return get(addresses.api(), path).headers().firstValue("ETag").orElse("");
  }

  private boolean isServed(int port, String path) {
    try {
      return get(port, path).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> get(int port, String path) throws IOException {
    URI uri = URI.create("http://localhost:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(WITHIN).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
