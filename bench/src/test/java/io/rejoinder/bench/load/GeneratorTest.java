package io.rejoinder.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {

  private final ConcurrentMap<String, Integer> received = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private HttpServer server = unbound();
  private int sent;

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void serve() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.merge(body, 1, Integer::sum);
          byte[] answer = ("{\"id\":\"" + body + "\"}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.endsWith("7") ? 503 : 202, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void everyRequestArrivesOnceAndIsToldWithItsOwnAnswer() throws IOException {
    Set<String> told = new HashSet<>();
    try (Generator generator = new Generator(server.getAddress(), 3, 64)) {
      Load load =
          generator.run(
              Pace.fixedRate(System.nanoTime(), 2_000, Duration.ofMillis(50)),
              this::next,
              (tag, status, body, startedAt) -> {
                assertThat(body.member("id")).isEqualTo("c" + tag);
                told.add("c" + tag);
              },
              202);
      assertThat(load.wanted()).isEqualTo(90);
      assertThat(load.unwanted()).isEqualTo(10);
    }
    assertThat(told).hasSize(100).isEqualTo(received.keySet());
    assertThat(received.values()).containsOnly(1);
  }

  @Test
  void aServerThatEndsLeavesLostRequestsNotAnsweredOnes() throws IOException {
    threads.shutdown();
    try (Generator generator = new Generator(server.getAddress(), 1, 0)) {
      Load load =
          generator.run(
              Pace.fixedRate(System.nanoTime(), 1_000, Duration.ofMillis(1)),
              this::next,
              Answers.IGNORED,
              202);
      assertThat(load.wanted()).isZero();
      assertThat(load.lost()).isEqualTo(1);
    }
  }

  private int next(ByteBuffer into) {
    int number = sent++;
    String body = "c" + number;
    String request =
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    into.put(request.getBytes(StandardCharsets.US_ASCII));
    return number;
  }
}
