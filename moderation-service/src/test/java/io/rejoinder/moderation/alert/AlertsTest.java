package io.rejoinder.moderation.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.index.Listing;
import io.rejoinder.moderation.testing.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Alerts on a real broker, to a real server. */
class AlertsTest {

  private static final String SECRET = "a secret of the operator";
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private final TestBroker broker = new TestBroker();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final AtomicInteger refuse = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/alerts", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    broker.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean refused = refuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    if (!refused) {
      signatures.add(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE));
      bodies.add(body);
    }
    exchange.sendResponseHeaders(refused ? 500 : 204, -1);
    exchange.close();
  }

  private AlertProperties bounds() {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/alerts");
    return new AlertProperties(
        address, SECRET, Duration.ofMillis(50), Duration.ofMillis(100), 1, Duration.ofSeconds(5));
  }

  private Alerts started() {
    AlertProperties bounds = bounds();
    Alerts alerts =
        new Alerts(
            bounds,
            new Webhook(URI.create(String.valueOf(bounds.webhook())), SECRET, bounds.timeout()),
            list -> list == Listing.HELD ? 10 : 0,
            new Alerts.Place(broker.clients(), URI.create("https://moderation.example")),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    alerts.start();
    return alerts;
  }

  private static CommentState state(int number, Status status) {
    return new CommentState(
        new CommentId("%032x".formatted(number)),
        new ThreadId("heat"),
        null,
        1,
        1,
        status,
        new Author("Neil", null, null),
        AT,
        new Revision(1, "a text that is nobody's", AT),
        null,
        null,
        0,
        List.of(),
        List.of(),
        null,
        AT);
  }

  private void hold() {
    broker.send(Topics.COMMENTS_MODERATED, state(numbers.incrementAndGet(), Status.HELD));
  }

  @Test
  void whatComesToWaitIsToldOnceSignedAndWithoutTexts() {
    broker.send(Topics.COMMENTS_MODERATED, state(9_000, Status.HELD));
    refuse.set(1);
    Alerts alerts = started();
    await()
        .atMost(TestBroker.BOUND)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              hold();
              return !bodies.isEmpty();
            });
    alerts.stop();

    String body = bodies.get(0);
    JsonNode alert = EventCodec.json().readTree(body);
    assertThat(alert.path("type").asString()).isEqualTo("rejoinder.alert.v1");
    assertThat(alert.path("fresh").path("held").asInt()).isBetween(1, numbers.get());
    assertThat(alert.path("waiting").path("held").asInt()).isEqualTo(10);
    assertThat(alert.path("console").asString()).isEqualTo("https://moderation.example");
    assertThat(body).doesNotContain("nobody's", "Neil", "heat");
    long seconds = Instant.parse(alert.path("at").asString()).getEpochSecond();
    SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256");
    String hash =
        HexFormat.of().formatHex(Secret.hmac(key, (seconds + "." + body).getBytes(UTF_8)));
    assertThat(signatures.get(0)).isEqualTo("t=" + seconds + ",v1=" + hash);

    int before = bodies.size();
    hold();
    Alerts again = started();
    await().atMost(TestBroker.BOUND).until(() -> bodies.size() > before);
    again.stop();
    assertThat(EventCodec.json().readTree(bodies.get(before)).path("fresh").path("held").asInt())
        .as("what came meanwhile, and nothing a second time but what was not told")
        .isLessThanOrEqualTo(numbers.get());
  }

  @Test
  void whatWasDecidedMeanwhileIsNotToldOf() {
    Gathered gathered = new Gathered();
    gathered.take(state(1, Status.HELD), AT);
    gathered.take(state(2, Status.HELD), AT);
    gathered.take(state(2, Status.HELD), AT);
    gathered.take(state(1, Status.APPROVED), AT);
    assertThat(gathered.counts()).isEqualTo(new Gathered.Counts(1, 0, 0));
    assertThat(gathered.first()).isEqualTo(AT);
    gathered.clear();
    assertThat(gathered.first()).isNull();
  }

  @Test
  void addressThatCannotBeSentToAndSecretThatIsNoneAreRefused() {
    Duration time = Duration.ofSeconds(1);
    URI file = URI.create("file:///tmp/x");
    assertThatThrownBy(() -> new AlertProperties(file, SECRET, time, time, 1, time))
        .hasMessageContaining("scheme file");
    URI good = URI.create("https://alerts.example/x");
    assertThatThrownBy(() -> new AlertProperties(good, "short", time, time, 1, time))
        .hasMessageContaining("5 characters");
  }
}
