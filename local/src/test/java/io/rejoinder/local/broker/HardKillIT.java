package io.rejoinder.local.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.local.Forked;
import io.rejoinder.local.port.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardKillIT {

  private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

  private final Path folder;

  HardKillIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyAcknowledgedRecordIsThereOnceAfterTheBrokerWasKilled() throws Exception {
    int port = Ports.anyFree();
    Connection connection =
        new Connection("127.0.0.1:" + port, Credentials.in(folder).rejoinderClient());
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    Process broker = broker(port);
    try {
      createTopic(connection);
      sendUntilKilled(connection, broker, acknowledged);
    } finally {
      broker.destroyForcibly().waitFor();
    }

    Process again = broker(port);
    try {
      List<String> there = readAll(connection);
      assertThat(there).doesNotHaveDuplicates();
      assertThat(new HashSet<>(there)).containsAll(acknowledged);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5_000);
    } finally {
      again.destroyForcibly().waitFor();
    }
  }

  private Process broker(int port) throws Exception {
    return Forked.java(
        Path.of("target", "hard-kill.out"),
        BrokerProgram.class,
        folder.toString(),
        Integer.toString(port));
  }

  /** The client tries again until the broker is up. */
  private static void createTopic(Connection connection) throws Exception {
    Map<String, Object> settings = settings(connection);
    settings.put("default.api.timeout.ms", 60_000);
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get(60, SECONDS);
    }
  }

  private static void sendUntilKilled(
      Connection connection, Process broker, Set<String> acknowledged) {
    Map<String, Object> settings = settings(connection);
    settings.put("acks", "all");
    settings.put("delivery.timeout.ms", 2_000);
    settings.put("request.timeout.ms", 1_000);
    settings.put("max.block.ms", 2_000);
    AtomicInteger failed = new AtomicInteger();
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; failed.get() == 0 && i < 10_000_000; i++) {
        String value = "record " + i;
        var unused =
            producer.send(
                new ProducerRecord<>(PARTITION.topic(), value),
                (metadata, e) -> {
                  if (e == null) {
                    acknowledged.add(value);
                  } else {
                    failed.incrementAndGet();
                  }
                });
        if (acknowledged.size() >= 5_000 && broker.isAlive()) {
          broker.destroyForcibly();
        }
      }
    }
  }

  private static List<String> readAll(Connection connection) {
    Map<String, Object> settings = settings(connection);
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> !consumer.partitionsFor(PARTITION.topic()).isEmpty());
      consumer.assign(Set.of(PARTITION));
      long end = consumer.endOffsets(Set.of(PARTITION)).getOrDefault(PARTITION, 0L);
      consumer.seekToBeginning(Set.of(PARTITION));
      List<String> there = new ArrayList<>();
      while (consumer.position(PARTITION) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          there.add(record.value());
        }
      }
      return there;
    }
  }

  private static Map<String, Object> settings(Connection connection) {
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put("bootstrap.servers", connection.address());
    return settings;
  }
}
