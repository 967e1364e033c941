package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.projection.MongoEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** The service on a real broker and a store, and what stands around it: reviews, moderation. */
public final class Platform implements AutoCloseable {

  /** How long anything may take here. */
  public static final Duration BOUND = Duration.ofSeconds(30);

  private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

  private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
  private final EventCodec codec = new EventCodec("/test");
  private final HttpClient http = HttpClient.newHttpClient();
  private final MongoEngine store;
  private final Map<String, Object> properties = new HashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private @Nullable ConfigurableApplicationContext service;

  private Platform(MongoEngine store, String... more) {
    this.store = store;
    broker.afterPropertiesSet();
    properties.put("spring.kafka.bootstrap-servers", broker.getBrokersAsString());
    properties.put("spring.mongodb.uri", store.uri());
    properties.put("server.port", 0);
    properties.put("management.server.port", 0);
    properties.put("rejoinder.secret", SECRET);
    properties.put("rejoinder.comments.rate.enabled", false);
    put(properties, more);
    try (Admin admin = admin()) {
      Topics.createMissing(admin, (short) 1, BOUND);
    }
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** With the store in the JVM; properties as {@code key=value}. */
  public static Platform start(String... properties) {
    return on(MongoEngine.embedded(), properties);
  }

  /** On a store that this platform ends, too. */
  public static Platform on(MongoEngine store, String... properties) {
    Platform platform = new Platform(store, properties);
    platform.startService();
    return platform;
  }

  /** Starts the service, with further properties as {@code key=value}. */
  public void startService(String... more) {
    Map<String, Object> all = new HashMap<>(properties);
    put(all, more);
    service =
        CommentServiceApplication.builder()
            .run(
                all.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new));
  }

  private static void put(Map<String, Object> properties, String... more) {
    for (String property : more) {
      int equals = property.indexOf('=');
      properties.put(property.substring(0, equals), property.substring(equals + 1));
    }
  }

  /** Stops the service; broker and store go on. */
  public void stopService() {
    running().close();
    service = null;
  }

  private ConfigurableApplicationContext running() {
    return Optional.ofNullable(service).orElseThrow();
  }

  /** A part of the running service. */
  public <T> T part(Class<T> type) {
    return running().getBean(type);
  }

  /** All parts of a type of the running service. */
  public <T> List<T> parts(Class<T> type) {
    return List.copyOf(running().getBeansOfType(type).values());
  }

  /** The address of a path of the service. */
  public URI uri(String path) {
    String port = running().getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The address of a path of the actuator. */
  public URI actuator(String path) {
    String port = running().getEnvironment().getRequiredProperty("local.management.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Ends the store for good. */
  public void endStore() {
    store.close();
  }

  /** Ends the broker for good. */
  public void endBroker() {
    broker.destroy();
  }

  /** A client of the broker. */
  public Admin admin() {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()));
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(BOUND).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads a path. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  /** Posts a comment. */
  public HttpResponse<String> post(String thread, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/api/threads/" + thread + "/comments"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** A stream that is read as it comes. */
  public EventStream stream(String path, String... headers) {
    return EventStream.open(http, uri(path), headers);
  }

  /** JSON of an answer. */
  public static JsonNode json(HttpResponse<String> response) {
    return Json.mapper().readTree(response.body());
  }

  /** Publishes a review and waits until the service knows its thread. */
  public void openThread(String thread) {
    publish(review(thread, true, ReviewState.Status.PUBLISHED));
    org.awaitility.Awaitility.await()
        .atMost(BOUND)
        .until(() -> get("/api/threads/" + thread + "/comments").statusCode() == 200);
  }

  /** A review's state. */
  public static ReviewState review(String thread, boolean open, ReviewState.Status status) {
    return new ReviewState(
        new ThreadId(thread),
        1,
        status,
        thread,
        "Title",
        null,
        "Critic",
        "<p>Text</p>",
        null,
        open,
        null,
        States.BEGIN,
        States.BEGIN);
  }

  /** Publishes a review. */
  public void publish(ReviewState review) {
    write(codec.write(Topics.REVIEWS_PUBLISHED, review));
  }

  /** Writes states as moderation does. */
  public void moderated(CommentState... states) {
    for (CommentState state : states) {
      write(codec.write(Topics.COMMENTS_MODERATED, state));
    }
  }

  /** Writes an event to a partition. */
  public void write(String topic, int partition, Event event) {
    write(codec.write(topic, partition, event));
  }

  /** The record of an event. */
  public ProducerRecord<byte[], byte[]> record(String topic, Event event) {
    return codec.write(topic, event);
  }

  /** Writes a record and waits until the broker has it. */
  public void write(ProducerRecord<byte[], byte[]> record) {
    assertThat(producer.send(record)).succeedsWithin(BOUND);
  }

  /** All that a topic holds, by partition in order. */
  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.getBrokersAsString()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  /** All events that a topic holds. */
  public List<Event> events(String topic) {
    return records(topic).stream()
        .flatMap(record -> EventCodec.read(record.headers(), record.value()).stream())
        .toList();
  }

  /** The installation's secret. */
  public static Secret secret() {
    return Secret.of(SECRET);
  }

  @Override
  public void close() {
    if (service != null) {
      service.close();
    }
    producer.close(Duration.ZERO);
    broker.destroy();
    store.close();
  }
}
