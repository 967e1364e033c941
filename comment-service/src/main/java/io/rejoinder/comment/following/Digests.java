package io.rejoinder.comment.following;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.comment.CommentChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells those who follow what is new, in a thread of its own. The instances of a group share the
 * partitions, so each comment is told by one of them; a position is written once what lies below it
 * was told, see {@link Teller}.
 */
final class Digests implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

  static final String GROUP = "comment-service.following";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration BUSY_POLL = Duration.ofMillis(20);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);

  private final Broker broker;
  private final Teller.Parts parts;
  private final boolean on;
  private final Map<TopicPartition, Teller> tellers = new HashMap<>();
  private volatile boolean open;
  private @Nullable Thread thread;

  /** Tells where {@code on}: without a mail server nothing is begun. */
  Digests(Broker broker, Teller.Parts parts, boolean on) {
    this.on = on;
    this.broker = broker;
    this.parts = parts;
  }

  @Override
  public synchronized void start() {
    open = true;
    Thread begun = new Thread(this::run, "following");
    begun.setDaemon(true);
    begun.start();
    thread = begun;
  }

  @Override
  public synchronized void stop() {
    open = false;
    Thread running = thread;
    if (running != null) {
      try {
        running.join(ENDED_WITHIN.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public boolean isAutoStartup() {
    return on;
  }

  private void run() {
    while (open) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config())) {
        consumer.subscribe(List.of(Topics.COMMENTS_PUBLISHED), new Shared(consumer));
        while (open) {
          turn(consumer);
        }
        end(consumer);
      } catch (WakeupException | InterruptException e) {
        open = false;
      } catch (RuntimeException e) {
        LOG.warn("following begins again: {}", e.toString());
        pause();
      } finally {
        tellers.values().forEach(Teller::cancel);
        tellers.clear();
      }
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>(broker.consumerConfig());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // The past is nobody's news: a group that never was begins at the end.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    return config;
  }

  private void turn(KafkaConsumer<byte[], byte[]> consumer) {
    boolean busy = tellers.values().stream().anyMatch(Teller::busy);
    ConsumerRecords<byte[], byte[]> records = consumer.poll(busy ? BUSY_POLL : POLL);
    for (TopicPartition partition : records.partitions()) {
      Teller teller = tellers.get(partition);
      if (teller != null) {
        take(consumer, teller, records.records(partition));
      }
    }
    tellers.values().forEach(teller -> teller.step(consumer));
  }

  private static void take(
      KafkaConsumer<byte[], byte[]> consumer,
      Teller teller,
      List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Instant at = Instant.ofEpochMilli(record.timestamp());
      if (!teller.take(consumer, record.offset(), at, change(record))) {
        return;
      }
    }
  }

  private static @Nullable CommentChange change(ConsumerRecord<byte[], byte[]> record) {
    try {
      return EventCodec.read(record.headers(), record.value())
          .filter(CommentChange.class::isInstance)
          .map(CommentChange.class::cast)
          .orElse(null);
    } catch (UnreadableEvent e) {
      // Counted and logged by the live streams, which read the same.
      return null;
    }
  }

  private void end(KafkaConsumer<byte[], byte[]> consumer) {
    tellers.values().forEach(teller -> teller.end(consumer));
    tellers.clear();
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes partitions over where others left off, and leaves them like that. */
  private final class Shared implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;

    Shared(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      partitions.forEach(it -> tellers.put(it, Teller.begin(consumer, it, parts)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        Teller teller = tellers.remove(partition);
        if (teller != null) {
          teller.end(consumer);
        }
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        Teller teller = tellers.remove(partition);
        if (teller != null) {
          teller.cancel();
        }
      }
    }
  }
}
