package io.rejoinder.moderation.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.index.Listing;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the states of comments in one group, so that each is one instance's to tell of, and begins
 * with what comes after the first start: a replay tells nothing again. The positions are kept once
 * the alert is sent; what could not be sent is tried again after a pause.
 */
final class Alerts implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final String GROUP = "moderation-service.alerts";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE = Duration.ofSeconds(3);
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final Duration KEPT_EVERY = Duration.ofSeconds(30);

  private final AlertProperties bounds;
  private final Webhook webhook;
  private final ToLongFunction<Listing> waiting;
  private final URI console;
  private final Map<String, Object> kafka;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Gathered gathered = new Gathered();
  private Instant notBefore = Instant.MIN;
  private Instant kept = Instant.MIN;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile @Nullable Thread thread;

  /**
   * Alerts.
   *
   * @param waiting how much waits on a list now
   */
  Alerts(
      AlertProperties bounds,
      Webhook webhook,
      ToLongFunction<Listing> waiting,
      Place place,
      Clock clock,
      MeterRegistry meters) {
    this.bounds = bounds;
    this.webhook = webhook;
    this.waiting = waiting;
    this.console = place.console();
    this.kafka = Map.copyOf(place.kafka());
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Where it is.
   *
   * @param kafka what every client needs: the broker's address and credentials
   * @param console the console's address
   */
  record Place(Map<String, Object> kafka, URI console) {}

  @Override
  public synchronized void start() {
    Thread fresh = new Thread(this::run, "alerts");
    fresh.setDaemon(true);
    thread = fresh;
    fresh.start();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try (KafkaConsumer<byte[], byte[]> fresh = consumer()) {
        consumer = fresh;
        fresh.subscribe(List.of(Topics.COMMENTS_MODERATED));
        while (thread == Thread.currentThread()) {
          step(fresh);
        }
        fresh.close(CloseOptions.timeout(CLOSE));
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("alerts are not gathered: {}", e.toString());
        gathered.clear();
        pause(AGAIN);
      }
    }
  }

  private void step(KafkaConsumer<byte[], byte[]> from) {
    from.poll(POLL).forEach(this::take);
    Instant first = gathered.first();
    Instant now = clock.instant();
    if (first == null) {
      keep(from, now);
      return;
    }
    boolean ripe = !now.isBefore(first.plus(bounds.gather())) && !now.isBefore(notBefore);
    if (ripe && gathered.size() >= bounds.least() && sent(now)) {
      from.commitSync();
      gathered.clear();
    }
  }

  /** Where nothing is to be told, positions are kept from time to time, and at the beginning. */
  private void keep(KafkaConsumer<byte[], byte[]> from, Instant now) {
    if (!from.assignment().isEmpty() && now.isAfter(kept.plus(KEPT_EVERY))) {
      // Asked for, so that a partition that nothing came on has one to keep, too.
      from.assignment().forEach(from::position);
      from.commitSync();
      kept = now;
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null || !Listing.mayBeNews(record.value())) {
      return;
    }
    try {
      EventCodec.read(record.headers(), record.value())
          .filter(CommentState.class::isInstance)
          .map(CommentState.class::cast)
          .ifPresent(state -> gathered.take(state, clock.instant()));
    } catch (UnreadableEvent e) {
      LOG.warn("{} offset {}: {}", record.topic(), record.offset(), e.toString());
    }
  }

  private boolean sent(Instant now) {
    try {
      webhook.send(
          new Webhook.Alert("rejoinder.alert.v1", now, gathered.counts(), waiting(), console));
      notBefore = now.plus(bounds.pause());
      count("sent");
      return true;
    } catch (IOException e) {
      // Its address can carry a secret of its own: it is not logged.
      LOG.warn("an alert was not taken: {}", e.toString());
      notBefore = now.plus(AGAIN.compareTo(bounds.pause()) < 0 ? AGAIN : bounds.pause());
      count("failed");
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Gathered.Counts waiting() {
    return new Gathered.Counts(
        waiting.applyAsLong(Listing.HELD),
        waiting.applyAsLong(Listing.REPORTED),
        waiting.applyAsLong(Listing.APPEALED));
  }

  private void count(String result) {
    meters.counter("rejoinder.alerts", "result", result).increment();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    Thread running = thread;
    thread = null;
    KafkaConsumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    if (running != null) {
      try {
        running.join(CLOSE.toMillis());
        // In a request that nobody answers.
        running.interrupt();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
