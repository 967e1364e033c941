package io.rejoinder.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/** Puts records that cannot be read at all aside, as they are. Threadsafe. */
public final class DeadLetters {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final KafkaOperations<byte[], byte[]> kafka;
  private final MeterRegistry meters;

  /** Dead letters sent with this producer, counted as {@code rejoinder.events.dead}. */
  public DeadLetters(KafkaOperations<byte[], byte[]> kafka, MeterRegistry meters) {
    this.kafka = kafka;
    this.meters = meters;
  }

  /**
   * Sends a value to the dead-letter topic of the topic that it came from; it is there on return.
   *
   * @throws IllegalStateException if the broker does not confirm within 30 s
   */
  public void put(String topic, byte[] key, byte[] value) {
    try {
      kafka
          .send(new ProducerRecord<>(Topics.deadLettersOf(topic), key, value))
          .get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
      meters.counter("rejoinder.events.dead", "topic", topic).increment();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("dead letter of " + topic + ": not confirmed in " + BOUND, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a dead letter was sent", e);
    }
  }
}
