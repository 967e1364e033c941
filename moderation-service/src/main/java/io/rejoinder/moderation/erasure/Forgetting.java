package io.rejoinder.moderation.erasure;

import io.rejoinder.events.Tick;
import io.rejoinder.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Once in each part of the time that erasure may take: a {@link Tick} for every partition that may
 * hold texts, and no more of the commands that were folded some parts ago. Several instances do the
 * same, which does no harm. What fails is tried again with the next part, and said.
 */
final class Forgetting implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private static final long ANSWER_SECONDS = 30;

  /** A start has other things to do. */
  private static final Duration AFTER_START = Duration.ofMinutes(5);

  /** Commands stay for so many parts of the whole: a reader that lags may want them. */
  private static final int PARTS_KEPT = 3;

  private final Supplier<Admin> admins;
  private final KafkaTemplate<byte[], byte[]> kafka;
  private final String group;
  private final Duration within;
  private final Clock clock;
  private final Scheduler scheduler = Schedulers.newSingle("erasure", true);
  private @Nullable Disposable going;

  /**
   * Forgetting.
   *
   * @param group of the owners
   * @param within the time that an erasure may take
   */
  Forgetting(
      Supplier<Admin> admins,
      KafkaTemplate<byte[], byte[]> kafka,
      String group,
      Duration within,
      Clock clock) {
    this.admins = admins;
    this.kafka = kafka;
    this.group = group;
    this.within = within;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    Duration part = Topics.part(within);
    Duration first = part.compareTo(AFTER_START) < 0 ? part : AFTER_START;
    going = Flux.interval(first, part, scheduler).onBackpressureDrop().subscribe(number -> round());
  }

  @Override
  public synchronized void stop() {
    if (going != null) {
      going.dispose();
      going = null;
    }
    scheduler.dispose();
  }

  @Override
  public synchronized boolean isRunning() {
    return going != null;
  }

  private void round() {
    Instant now = clock.instant();
    try (Admin admin = admins.get()) {
      // Each time: a topic may have been made anew, or set by hand.
      admin.incrementalAlterConfigs(changes()).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
      tick(now);
      Instant old = now.minus(Topics.part(within).multipliedBy(PARTS_KEPT));
      int begun = new FoldedCommands(admin, group).deleteBefore(old);
      LOG.debug("commands that were folded before {} deleted from {} partitions", old, begun);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.warn("what was erased stays on the disk for longer: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<ConfigResource, Collection<AlterConfigOp>> changes() {
    return Topics.forgetting(within).entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> new ConfigResource(ConfigResource.Type.TOPIC, entry.getKey()),
                entry -> changes(entry.getValue())));
  }

  private static Collection<AlterConfigOp> changes(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(
            entry ->
                new AlterConfigOp(
                    new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  private void tick(Instant now) {
    Stream.concat(Topics.STATES.stream(), Topics.COMMANDS.stream())
        .forEach(topic -> tick(topic, Topics.PARTITIONS, now));
    tick(Topics.EXAMPLES, 1, now);
  }

  private void tick(String topic, int partitions, Instant now) {
    for (int partition = 0; partition < partitions; partition++) {
      var unused = kafka.send(Tick.record(topic, partition, now));
    }
  }
}
