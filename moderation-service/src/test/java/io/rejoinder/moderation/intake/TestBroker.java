package io.rejoinder.moderation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class TestBroker implements AutoCloseable {

  static final Duration BOUND = Duration.ofSeconds(30);
  private static final EventCodec CODEC = new EventCodec("/test");

  private final EmbeddedKafkaKraftBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;

  TestBroker() {
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
  }

  Map<String, Object> clients() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString());
  }

  /** Sends and waits for the acknowledgement. */
  void send(String topic, Event... events) {
    try {
      for (Event event : events) {
        var unused = producer.send(CODEC.write(topic, event));
      }
      producer.flush();
    } catch (RuntimeException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends bytes that are no event. */
  void sendRaw(String topic, String key, String value) {
    try {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8))).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** All committed records of a topic. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
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
  List<CommentState> states() {
    return committed(Topics.COMMENTS_MODERATED).stream()
        .map(record -> EventCodec.read(record.headers(), record.value()).orElseThrow())
        .map(CommentState.class::cast)
        .toList();
  }

  /** The newest committed state of a comment. */
  Optional<CommentState> state(CommentId id) {
    return states().stream().filter(state -> state.id().equals(id)).reduce((a, b) -> b);
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    broker.destroy();
  }
}
