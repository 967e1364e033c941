package io.rejoinder.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import reactor.core.publisher.Mono;

/** A projection behind the real binder, on a real broker. */
@Tag("patient")
class ProjectedTopicTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration BOUND = Duration.ofSeconds(60);

  private static final List<Received> STORED = new CopyOnWriteArrayList<>();
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private final EmbeddedKafkaBroker broker =
      new EmbeddedKafkaKraftBroker(1, 1)
          .brokerProperties(
              Map.of(
                  "transaction.state.log.replication.factor", "1",
                  "transaction.state.log.min.isr", "1"));
  private final MongoEngine engine = MongoEngine.embedded();
  private final EventCodec codec = new EventCodec("/test");
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void begin() {
    broker.afterPropertiesSet();
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()))) {
      Topics.createMissing(admin, (short) 1, BOUND);
    }
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    STORED.clear();
    FAILURES.set(0);
  }

  @AfterEach
  void end() {
    producer.close();
    broker.destroy();
    engine.close();
  }

  @Test
  void aRestartGoesOnWhereTheStoreStands() {
    send("a", "b");
    run(() -> awaitStored("a", "b"));
    send("c");
    STORED.clear();

    run(() -> awaitStored("c"));

    assertThat(STORED).noneMatch(Received::settled);
  }

  @Test
  void aDroppedStoreIsFilledAgainAndNothingOfItIsAnnounced() {
    send("a", "b");
    run(() -> awaitStored("a", "b"));
    dropStore();
    send("c");
    STORED.clear();

    run(() -> awaitStored("a", "b", "c"));

    assertThat(STORED)
        .allMatch(received -> received.settled() == !received.event().key().equals("c"));
  }

  @Test
  void aRestartWhileTheStoreIsFilledAgainStillKnowsWhatWasAnnounced() {
    send("a", "b");
    run(() -> awaitStored("a", "b"));
    dropStore();
    STORED.clear();
    run(() -> awaitStored("a", "b"));
    dropStore();
    STORED.clear();

    run(() -> awaitStored("a", "b"));

    assertThat(STORED).allMatch(Received::settled);
  }

  @Test
  void nothingRemainsOnceAllIsStoredThoughTheTopicEndsWithTheMarkOfATransaction() {
    sendInTransaction("a", "b");
    run(
        context ->
            Awaitility.await()
                .atMost(BOUND)
                .untilAsserted(
                    () -> {
                      assertThat(STORED).hasSize(2);
                      assertThat(context.getBean(ProjectedTopic.class).remaining()).isZero();
                    }));
  }

  @Test
  void anUnreadableRecordIsPutAsideAndTheOthersAreProjected() {
    var poison = codec.write(Topics.REVIEWS_PUBLISHED, review("p"));
    send("a");
    write(
        new ProducerRecord<>(
            Topics.REVIEWS_PUBLISHED,
            null,
            null,
            "p".getBytes(UTF_8),
            "{".getBytes(UTF_8),
            poison.headers()));
    write(new ProducerRecord<>(Topics.REVIEWS_PUBLISHED, new byte[1], new byte[1]));
    send("b");
    List<String> dead = new CopyOnWriteArrayList<>();

    run(() -> awaitStored("a", "b"));

    try (var consumer = DeadLetterReader.of(broker.getBrokersAsString())) {
      Awaitility.await()
          .atMost(BOUND)
          .untilAsserted(
              () -> {
                dead.addAll(consumer.read(Topics.deadLettersOf(Topics.REVIEWS_PUBLISHED)));
                assertThat(dead).contains("{").hasSize(2);
              });
    }
  }

  @Test
  void aFailureThatPassesIsRetriedUntilItHasPassed() {
    FAILURES.set(6);
    send("a", "b");

    run(() -> awaitStored("a", "b"));

    assertThat(FAILURES).hasValueLessThanOrEqualTo(0);
  }

  private void sendInTransaction(String... ids) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.getBrokersAsString(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "test");
    try (KafkaProducer<byte[], byte[]> transactional =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      transactional.initTransactions();
      transactional.beginTransaction();
      for (String id : ids) {
        assertThat(transactional.send(codec.write(Topics.REVIEWS_PUBLISHED, review(id))))
            .isNotNull();
      }
      transactional.commitTransaction();
    }
  }

  private void run(Runnable steps) {
    run(context -> steps.run());
  }

  private void run(Consumer<ConfigurableApplicationContext> steps) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(App.class)
            .web(WebApplicationType.NONE)
            .properties(
                Map.of(
                    "spring.config.name", "none",
                    "spring.kafka.bootstrap-servers", broker.getBrokersAsString(),
                    "spring.mongodb.uri", engine.uri(),
                    "spring.cloud.function.definition", "reviews",
                    "spring.cloud.stream.bindings.reviews-in-0.destination",
                        Topics.REVIEWS_PUBLISHED,
                    "spring.cloud.stream.bindings.reviews-in-0.group", "test.reviews",
                    "spring.cloud.stream.bindings.reviews-in-0.consumer.batch-mode", "true",
                    "spring.cloud.stream.bindings.reviews-in-0.consumer.use-native-decoding",
                        "true"))
            .properties(
                "spring.cloud.stream.kafka.bindings.reviews-in-0.consumer.ack-mode=MANUAL",
                "spring.cloud.stream.kafka.bindings.reviews-in-0.consumer.start-offset=earliest",
                "spring.cloud.stream.kafka.binder.auto-create-topics=false")
            .run()) {
      steps.accept(context);
    }
  }

  private void dropStore() {
    try (MongoClient client = MongoClients.create(engine.uri())) {
      Mono.from(client.getDatabase("test").drop()).block(BOUND);
    }
  }

  private void send(String... ids) {
    for (String id : ids) {
      write(codec.write(Topics.REVIEWS_PUBLISHED, review(id)));
    }
  }

  private void write(ProducerRecord<byte[], byte[]> record) {
    assertThat(producer.send(record)).succeedsWithin(BOUND);
  }

  private static void awaitStored(String... ids) {
    Awaitility.await()
        .atMost(BOUND)
        .untilAsserted(
            () ->
                assertThat(STORED)
                    .extracting(received -> received.event().key())
                    .containsExactlyInAnyOrder(ids));
  }

  private static ReviewState review(String id) {
    return new ReviewState(
        new ThreadId(id),
        1,
        ReviewState.Status.PUBLISHED,
        id,
        "Title",
        null,
        "Critic",
        "<p>Text</p>",
        null,
        true,
        null,
        NOW,
        NOW);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(ProjectionConfiguration.class)
  static class App {

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    MongoDatabase database(MongoClient client) {
      return client.getDatabase("test");
    }

    @Bean
    KafkaTemplate<byte[], byte[]> bytes(
        org.springframework.boot.kafka.autoconfigure.KafkaProperties kafka) {
      return new KafkaTemplate<>(
          new DefaultKafkaProducerFactory<>(
              kafka.buildProducerProperties(),
              new ByteArraySerializer(),
              new ByteArraySerializer()));
    }

    @Bean
    ProjectedTopic reviews(ProjectionSupport support) {
      return new ProjectedTopic("reviews", Topics.REVIEWS_PUBLISHED, App::store, support);
    }

    private static void store(List<Received> batch) {
      if (FAILURES.getAndDecrement() > 0) {
        throw new IllegalStateException("the store is away");
      }
      STORED.addAll(batch);
    }
  }
}
