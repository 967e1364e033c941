package io.rejoinder.moderation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker in this JVM with the platform's topics, and what a test asks of it. */
public final class TestBroker implements AutoCloseable {

  public static final Duration BOUND = Duration.ofSeconds(30);
  private static final EventCodec CODEC = new EventCodec("/test");

  private final EmbeddedKafkaKraftBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;
  private final WholeTopic follower;
  private final Map<CommentId, CommentState> seen = new ConcurrentHashMap<>();

  /** Starts the broker and makes the topics. */
  public TestBroker() {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    try (Admin admin = Admin.create(clients())) {
      Topics.createMissing(admin, (short) 1, BOUND);
    }
    producer = new KafkaProducer<>(clients(), new ByteArraySerializer(), new ByteArraySerializer());
    follower =
        new WholeTopic(
            Topics.COMMENTS_MODERATED,
            clients(),
            TopicStart.beginning(),
            this::see,
            new SimpleMeterRegistry());
    follower.start();
  }

  /** What every client needs. */
  public Map<String, Object> clients() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString());
  }

  /** Sends and waits for the acknowledgement. */
  public void send(String topic, Event... events) {
    try {
      for (Event event : events) {
        var unused = producer.send(CODEC.write(topic, event));
      }
      producer.flush();
    } catch (RuntimeException e) {
      throw new AssertionError(e);
    }
  }

  /** The broker's address. */
  public String address() {
    return broker.getBrokersAsString();
  }

  /** Sends bytes that are no event. */
  public void sendRaw(String topic, String key, String value) {
    try {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8))).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** All committed records of a topic. */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Map<String, Object> config = new HashMap<>(clients());
    config.put("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** Every committed state, in order for each comment. */
  public List<CommentState> states() {
    return committed(Topics.COMMENTS_MODERATED).stream()
        .map(record -> EventCodec.read(record.headers(), record.value()).orElseThrow())
        .map(CommentState.class::cast)
        .toList();
  }

  /** The newest committed state of a comment, as far as it was seen. */
  public Optional<CommentState> state(CommentId id) {
    return Optional.ofNullable(seen.get(id));
  }

  private void see(Received received) {
    if (received.event() instanceof CommentState state) {
      seen.put(state.id(), state);
    }
  }

  @Override
  public void close() {
    follower.close();
    producer.close(Duration.ZERO);
    broker.destroy();
  }
}
