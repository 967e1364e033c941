package io.rejoinder.bench.learning;

import io.rejoinder.bench.measure.Progress;
import io.rejoinder.bench.text.Remarks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts comments over HTTP at an even pace, to all threads by turns, each under another name and
 * from another network address, which a proxy would tell. Not threadsafe.
 */
final class Guests {

  /** Requests without an answer, at most. */
  private static final int UNDER_WAY = 32;

  private static final int ACCEPTED = 202;
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
  private static final long TOLD_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  /** Sets the names apart from those of other loads. */
  private static final long RUN = 77;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = JsonMapper.shared();
  private final Remarks names = new Remarks(1, RUN);
  private final Semaphore free = new Semaphore(UNDER_WAY);
  private final int port;
  private final List<String> threads;
  private final Progress progress;
  private int count;

  Guests(int port, List<String> threads, Progress progress) {
    this.port = port;
    this.threads = List.copyOf(threads);
    this.progress = progress;
  }

  /** Posts so many a second, and returns the comments' ids once all are accepted. */
  List<String> post(List<String> texts, double perSecond) throws IOException {
    List<CompletableFuture<String>> ids = new ArrayList<>(texts.size());
    long began = System.nanoTime();
    long told = began;
    for (int i = 0; i < texts.size(); i++) {
      long due = began + (long) (i * 1e9 / perSecond);
      LockSupport.parkNanos(due - System.nanoTime());
      ids.add(post(texts.get(i)));
      if (System.nanoTime() - told > TOLD_EVERY_NANOS) {
        told = System.nanoTime();
        progress.line("  %,d of %,d posted", i + 1, texts.size());
      }
    }
    try {
      return ids.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw new IOException("a post was not accepted: " + e.getCause(), e);
    }
  }

  private CompletableFuture<String> post(String text) {
    free.acquireUninterruptibly();
    return client
        .sendAsync(request(text, count++), HttpResponse.BodyHandlers.ofString())
        .whenComplete((answer, failure) -> free.release())
        .thenApply(this::id);
  }

  private HttpRequest request(String text, int number) {
    String thread = threads.get(number % threads.size());
    byte[] body =
        json.writeValueAsBytes(Map.of("text", text, "author", Map.of("name", names.name())));
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + "/api/threads/" + thread + "/comments"))
        .timeout(ANSWERED_WITHIN)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "learning-" + number)
        .header("X-Forwarded-For", address(number))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static String address(int number) {
    return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
  }

  private String id(HttpResponse<String> answer) {
    if (answer.statusCode() != ACCEPTED) {
      throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
    }
    return json.readTree(answer.body()).get("id").asString();
  }
}
