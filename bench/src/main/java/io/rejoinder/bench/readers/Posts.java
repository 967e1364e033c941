package io.rejoinder.bench.readers;

import io.rejoinder.bench.load.Generator;
import io.rejoinder.bench.load.Pace;
import io.rejoinder.bench.text.Commenting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comments that are posted at a fixed rate, each by somebody else. */
public final class Posts {

  /** Enough that a request which is due finds one free while others wait. */
  private static final int CONNECTIONS = 64;

  /** Bytes of an answer that hold its id and its token. */
  private static final int ANSWER_KEPT = 256;

  private static final int ACCEPTED = 202;

  private final int port;
  private final String path;

  /** The texts of each run are others, on each thread. */
  private long run;

  private final Map<String, String> tokens = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Posts to a thread.
   *
   * @param port of the comments API
   */
  public Posts(int port, String thread) {
    this.port = port;
    this.path = "/api/threads/" + thread + "/comments";
    this.run = 5_000 + 100L * Math.floorMod(thread.hashCode(), 1_000);
  }

  /**
   * Posts for a time.
   *
   * @return when each was due, by its id, {@link System#nanoTime()}
   * @throws IllegalStateException if one was not accepted
   */
  public Map<String, Long> post(double rate, Duration time) throws IOException {
    Map<String, Long> due = new HashMap<>();
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Generator generator = new Generator(server, CONNECTIONS, ANSWER_KEPT)) {
      long unwanted =
          generator
              .run(
                  Pace.fixedRate(System.nanoTime(), rate, time),
                  new Commenting(List.of(path), ++run),
                  (tag, status, body, at) -> {
                    String id = body.member("id");
                    String token = body.member("token");
                    if (status == ACCEPTED && id != null && token != null) {
                      due.put(id, at);
                      tokens.put(id, token);
                    }
                  },
                  ACCEPTED)
              .unwanted();
      if (unwanted > 0) {
        throw new IllegalStateException(unwanted + " comments were not accepted");
      }
    }
    return due;
  }

  /** Whether readers are to see one of them: not if the screening held it for a moderator. */
  boolean isPublished(String id) throws IOException {
    URI address = URI.create("http://localhost:" + port + "/api/submissions/" + id);
    HttpRequest question =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + tokens.get(id)).build();
    try {
      String answer = client.send(question, HttpResponse.BodyHandlers.ofString()).body();
      return answer.contains("\"state\":\"published\"");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
