package io.rejoinder.review.discussion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The first comments of a thread as HTML, for the review's page: asked for on the server, so that
 * they can be read at once and without JavaScript. A page never fails for them and hardly waits:
 * without an answer in time it has those of last time, or a link. Threadsafe.
 */
public final class FirstComments {

  private static final Logger LOG = LoggerFactory.getLogger(FirstComments.class);

  /** Readers who come at once share one answer: the widget's stream brings what is newer. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** After a failure pages do without, and wait for nothing, for as long. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

  private final FirstCommentsProperties bounds;
  private final Discussion discussion;
  private final Clock clock;
  private final HttpClient http;
  private final Cache<String, First> kept;
  private final Map<String, CompletableFuture<First>> asked = new ConcurrentHashMap<>();
  private volatile Instant notBefore = Instant.EPOCH;
  private volatile boolean away;

  FirstComments(Discussion discussion, FirstCommentsProperties bounds, Clock clock) {
    this.discussion = discussion;
    this.bounds = bounds;
    this.clock = clock;
    // The JDK's own client: its connections belong to no event loop that another context may end.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(bounds.timeout())
            .build();
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(bounds.cache().toBytes())
            .weigher((String thread, First first) -> first.html().length() + 100)
            .expireAfterWrite(bounds.kept())
            .build();
  }

  /**
   * First comments.
   *
   * @param html safe to stand in a page as it is; empty where there are none to be had
   * @param formToken the signed time for the form; null where it is not known
   * @param etag of the HTML
   * @param askedAt when the comment service said so last
   */
  public record First(
      String html, @Nullable String formToken, @Nullable String etag, Instant askedAt) {

    static final First NONE = new First("", null, null, Instant.EPOCH);
  }

  /** What there is to show of a thread; never fails. */
  public Mono<First> of(String thread) {
    First before = kept.getIfPresent(thread);
    Instant now = clock.instant();
    if (before != null && before.askedAt().plus(FRESH).isAfter(now)) {
      return Mono.just(before);
    }
    First otherwise = before == null ? First.NONE : before;
    if (now.isBefore(notBefore)) {
      return Mono.just(otherwise);
    }
    return Mono.fromFuture(() -> shared(thread, otherwise), true);
  }

  /** One question at a time for each thread; gone before its answer is given to anybody. */
  private CompletableFuture<First> shared(String thread, First before) {
    CompletableFuture<First> mine = new CompletableFuture<>();
    CompletableFuture<First> others = asked.putIfAbsent(thread, mine);
    if (others != null) {
      return others;
    }
    return ask(thread, before).whenComplete((first, never) -> answered(thread, mine, first));
  }

  private void answered(String thread, CompletableFuture<First> shared, First first) {
    asked.remove(thread, shared);
    shared.complete(first);
  }

  private CompletableFuture<First> ask(String thread, First before) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(discussion.fragment(thread, bounds.roots()))
            .timeout(bounds.timeout())
            .header("Accept-Language", "en");
    if (before.etag() != null) {
      request.header("If-None-Match", before.etag());
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .orTimeout(bounds.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(response -> heard(thread, before, response))
        .exceptionally(e -> without(before, e));
  }

  private First heard(String thread, First before, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == NOT_FOUND) {
      // A review that was just published: the comment service hears of it within seconds.
      kept.invalidate(thread);
      return First.NONE;
    }
    if (status != OK && status != NOT_MODIFIED) {
      throw new IllegalStateException("answered with " + status);
    }
    byte[] body = response.body();
    if (body.length > bounds.page().toBytes()) {
      return First.NONE;
    }
    First first =
        new First(
            status == OK ? new String(body, UTF_8) : before.html(),
            response.headers().firstValue("Form-Token").orElse(null),
            response.headers().firstValue("ETag").orElse(null),
            clock.instant());
    kept.put(thread, first);
    if (away) {
      away = false;
      LOG.info("first comments come again");
    }
    return first;
  }

  private First without(First before, Throwable cause) {
    notBefore = clock.instant().plus(PAUSE);
    if (!away) {
      away = true;
      LOG.warn("pages go without new first comments for now: {}", cause.toString());
    }
    return before;
  }
}
