package io.rejoinder.review.discussion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What a review's page gets from the comment service, and what it does without one. */
class FirstCommentsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final CountDownLatch held = new CountDownLatch(1);
  private final List<String> known = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Instant now = Instant.parse("2026-11-01T10:00:00Z");
  private volatile Answer answer = new Answer(200, "<p>one</p>", false);
  private HttpServer server;
  private FirstComments comments;

  private record Answer(int status, String body, boolean never) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/threads/film/fragment", this::serve);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    InstantSource ticks = () -> now;
    comments =
        new FirstComments(
            new Discussion(URI.create("https://comments.example"), address),
            new FirstCommentsProperties(
                20,
                TIMEOUT,
                Duration.ofMinutes(10),
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(1)),
            Clock.tick(ticks.withZone(ZoneOffset.UTC), Duration.ofMillis(1)));
  }

  @AfterEach
  void stop() {
    held.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Answer given = answer;
    String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
    known.add(exchange.getRequestURI().getQuery() + " " + tag);
    if (given.never()) {
      await();
    }
    exchange.getResponseHeaders().set("ETag", "\"one\"");
    exchange.getResponseHeaders().set("Form-Token", "at-" + known.size());
    byte[] body = given.body().getBytes(UTF_8);
    boolean unchanged = "\"one\"".equals(tag) && given.status() == 200;
    exchange.sendResponseHeaders(unchanged ? 304 : given.status(), unchanged ? -1 : body.length);
    if (!unchanged) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void await() {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FirstComments.First first() {
    return Objects.requireNonNull(comments.of("film").block(Duration.ofSeconds(10)));
  }

  private @Nullable String later(Duration time) {
    now = now.plus(time);
    return first().html();
  }

  @Test
  void theyAreAskedForOnceInASecondAndSentOnceOnly() {
    assertThat(first().html()).isEqualTo("<p>one</p>");
    assertThat(first().formToken()).isEqualTo("at-1");
    assertThat(known).containsExactly("sort=newest&limit=20 null");

    assertThat(later(Duration.ofSeconds(2))).isEqualTo("<p>one</p>");
    assertThat(first().formToken()).as("a form's time is that of its page").isEqualTo("at-2");
    assertThat(known).last().isEqualTo("sort=newest&limit=20 \"one\"");
  }

  @Test
  void aServiceThatIsAwayLeavesTheLastOnesForAWhileAndDelaysOnePageOnly() {
    first();
    answer = new Answer(200, "", true);
    now = now.plusSeconds(2);

    long began = System.nanoTime();
    assertThat(first().html()).isEqualTo("<p>one</p>");
    Duration one = Duration.ofNanos(System.nanoTime() - began);
    for (int i = 0; i < 20; i++) {
      assertThat(first().html()).isEqualTo("<p>one</p>");
    }
    Duration all = Duration.ofNanos(System.nanoTime() - began);

    assertThat(one).as("the page that found out").isLessThan(TIMEOUT.plusMillis(700));
    assertThat(all.minus(one)).as("twenty behind it").isLessThan(TIMEOUT);
    assertThat(known).hasSize(2);
    answer = new Answer(200, "<p>back</p>", false);
    assertThat(later(Duration.ofSeconds(2))).isEqualTo("<p>one</p>");
    assertThat(first().formToken()).isEqualTo("at-3");
  }

  @Test
  void withoutAnythingToShowThereIsNothing() {
    answer = new Answer(404, "<p>no such thread</p>", false);
    assertThat(first().html()).isEmpty();
    answer = new Answer(500, "<p>wrong</p>", false);
    assertThat(later(Duration.ofSeconds(2))).isEmpty();
    answer = new Answer(200, "x".repeat(2_000), false);
    assertThat(later(Duration.ofSeconds(2))).as("too large for a page").isEmpty();
    server.stop(0);
    assertThat(later(Duration.ofSeconds(2))).isEmpty();
  }
}
