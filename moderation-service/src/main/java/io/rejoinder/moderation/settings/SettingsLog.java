package io.rejoinder.moderation.settings;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * All versions of the settings, in memory, from their topic: some kilobytes each, and as many as
 * people have saved. There before anything is screened. Threadsafe.
 */
public final class SettingsLog implements SmartLifecycle {

  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final Map<String, Object> kafka;
  private final MeterRegistry meters;
  private final ConcurrentSkipListMap<Integer, ScreeningSettings> versions =
      new ConcurrentSkipListMap<>();
  private final List<Consumer<ScreeningSettings>> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> read = new CompletableFuture<>();
  private volatile @Nullable WholeTopic topic;

  /**
   * A log.
   *
   * @param kafka the broker's address and credentials
   * @param shipped version 0
   * @param meters where the version in force is shown ({@code rejoinder.settings.version})
   */
  SettingsLog(Map<String, Object> kafka, ScreeningSettings shipped, MeterRegistry meters) {
    this.kafka = Map.copyOf(kafka);
    this.meters = meters;
    versions.put(shipped.version(), shipped);
    Gauge.builder("rejoinder.settings.version", versions, ConcurrentSkipListMap::lastKey)
        .description("the version of the settings that this instance screens by")
        .register(meters);
  }

  /** The version in force: the newest. */
  public ScreeningSettings current() {
    return versions.lastEntry().getValue();
  }

  /** One version; empty if there is none of this number. */
  public Optional<ScreeningSettings> version(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  /** Versions below this number, newest first, at most so many. */
  List<ScreeningSettings> before(int number, int limit) {
    return versions.headMap(number).descendingMap().values().stream().limit(limit).toList();
  }

  /**
   * Tells of the version in force, now in this thread and then of each newer one in the reader's,
   * which waits: a listener is quick, or goes on elsewhere.
   */
  public void follow(Consumer<ScreeningSettings> listener) {
    synchronized (listeners) {
      listeners.add(listener);
      listener.accept(current());
    }
  }

  /** Takes in a version; one that is known, or for another site, changes nothing. */
  void take(ScreeningSettings settings) {
    if (!settings.site().equals(ShippedSettings.SITE)) {
      return;
    }
    synchronized (listeners) {
      boolean fresh = versions.putIfAbsent(settings.version(), settings) == null;
      if (fresh && versions.lastKey() == settings.version()) {
        listeners.forEach(listener -> listener.accept(settings));
      }
    }
  }

  private void seen(Received received) {
    if (received.event() instanceof ScreeningSettings settings) {
      take(settings);
    }
  }

  @Override
  public void start() {
    WholeTopic fresh =
        new WholeTopic(Topics.SETTINGS, kafka, TopicStart.beginning(), this::seen, meters);
    var unused = fresh.caughtUp().thenAccept(read::complete);
    fresh.start();
    topic = fresh;
    try {
      read.get(READ_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("settings were not read within " + READ_WITHIN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before anything is screened or asked for. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void stop() {
    WholeTopic running = topic;
    topic = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return topic != null;
  }
}
