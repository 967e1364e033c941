package io.rejoinder.bench.ceiling;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.rejoinder.local.broker.Credentials;
import io.rejoinder.local.broker.EmbeddedBroker;
import io.rejoinder.local.port.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Reactor-netty that answers 202 once the platform's own broker, in the same JVM as there, has
 * acknowledged the body: what the promise costs without anything else.
 */
public final class AckedServer {

  private static final String TOPIC = "bench";

  /** As the platform's topics have. */
  private static final int PARTITIONS = 6;

  private final KafkaProducer<byte[], byte[]> producer;

  private AckedServer(KafkaProducer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Serves until standard input ends.
   *
   * @param args an empty folder for the broker
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Credentials credentials = Credentials.in(folder);
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(folder.resolve("kafka"), Ports.anyFree(), credentials);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                settings(broker, credentials),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      createTopic(settings(broker, credentials));
      // Asked for here, the metadata do not hold up the first request.
      producer.partitionsFor(TOPIC);
      DisposableServer bound =
          HttpServer.create()
              .host("127.0.0.1")
              .port(0)
              .handle(new AckedServer(producer)::accept)
              .bindNow();
      Lifeline.announceAndHold(bound.port());
      bound.disposeNow();
    }
  }

  private static Map<String, Object> settings(EmbeddedBroker broker, Credentials credentials) {
    Map<String, Object> settings = new HashMap<>(credentials.rejoinderClient());
    settings.put("bootstrap.servers", broker.address());
    settings.put("acks", "all");
    settings.put("linger.ms", "0");
    return settings;
  }

  private static void createTopic(Map<String, Object> settings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
  }

  private Publisher<Void> accept(HttpServerRequest request, HttpServerResponse response) {
    byte[] key =
        request.requestHeaders().get("Idempotency-Key", "").getBytes(StandardCharsets.US_ASCII);
    return request
        .receive()
        .aggregate()
        .asByteArray()
        .flatMap(body -> acknowledged(key, body))
        .then(response.status(202).header(HttpHeaderNames.CONTENT_LENGTH, "0").send().then());
  }

  private Mono<Void> acknowledged(byte[] key, byte[] body) {
    return Mono.create(
        sink -> {
          // The callback says the same as the future, without a thread that waits for it.
          var unused =
              producer.send(
                  new ProducerRecord<>(TOPIC, key, body),
                  (sent, failure) -> {
                    if (failure == null) {
                      sink.success();
                    } else {
                      sink.error(failure);
                    }
                  });
        });
  }
}
