package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.learning.TrainingExample;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the log of examples and keeps the corrections that they make. Every instance does, and
 * comes to the same bits for the same number; which number it has come to, its decisions say.
 */
public final class Learning implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final Duration FIRST_WITHIN = Duration.ofSeconds(10);
  private static final Duration STOP = Duration.ofSeconds(10);

  /**
   * A fit is followed by as many times its own time of rest, within bounds: a fifth of one core.
   */
  private static final int REST = 4;

  private static final Duration SHORTEST_REST = Duration.ofMillis(20);

  /** Where other work has the cores a fit takes seconds, and four times as long is too late. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  /**
   * Offsets from the end in which the newest {@link Examples#WINDOW} numbers stand: each is a
   * record and at most one mark of a commit. As many again for transactions that were given up.
   */
  private static final long TAIL = 4L * Examples.WINDOW;

  private final Map<String, Object> kafka;
  private final Fits fits;
  private final Progress progress;
  private final MeterRegistry meters;
  private final Examples examples = new Examples();
  private final Hindsight hindsight;
  private final CountDownLatch first = new CountDownLatch(1);

  /** Newest first: a decision under way may name the one before. */
  private volatile List<Map<ModelId, Correction>> recent;

  /** The last that was made again. */
  private volatile Map<ModelId, Correction> remade = Map.of();

  private volatile boolean going;
  private @Nullable WholeTopic reader;
  private @Nullable Thread thread;

  /** With what every client needs: the broker's address and credentials. */
  Learning(Map<String, Object> kafka, Priors priors, Progress progress, MeterRegistry meters) {
    this.kafka = Map.copyOf(kafka);
    this.fits = new Fits(priors);
    this.hindsight = new Hindsight(fits, examples);
    this.progress = progress;
    this.meters = meters;
    this.recent = List.of(fits.of(0, fits.standing(examples, 0).orElseThrow()));
  }

  /** The newest correction of a model; empty for one that is not here. */
  public Optional<Correction> correction(ModelId model) {
    return Optional.ofNullable(recent.get(0).get(model));
  }

  /**
   * The correction that a decision names, made again: some milliseconds, or as long as it takes to
   * read the log where it is an old one.
   *
   * @param number the last example's
   * @return empty where the model is not here, the number was never given, or an example that it
   *     takes was erased since, or made again for another model
   */
  public Optional<Correction> at(ModelId model, long number) {
    Stream<Correction> held =
        Stream.concat(recent.stream(), Stream.of(remade))
            .flatMap(corrections -> Stream.ofNullable(corrections.get(model)));
    return held.filter(correction -> correction.number() == number)
        .findFirst()
        .or(() -> remake(model, number));
  }

  /** Kept: a history that is gone through asks for the same number many times. */
  private Optional<Correction> remake(ModelId model, long number) {
    Optional<Map<ModelId, Correction>> made =
        standing(number)
            .or(() -> fits.standing(new Archive(kafka).upTo(number), number))
            .map(standing -> fits.of(number, standing));
    made.ifPresent(corrections -> remade = corrections);
    return made.map(corrections -> corrections.get(model));
  }

  /** See {@link Hindsight}: for trials alone, no decision names it. */
  public Optional<Correction> asOf(ModelId model, long number) {
    return hindsight.of(model, number);
  }

  private Optional<Map<ModelId, List<Taught>>> standing(long number) {
    synchronized (examples) {
      return fits.standing(examples, number);
    }
  }

  private void take(Received received) {
    if (received.event() instanceof TrainingExample example) {
      synchronized (examples) {
        examples.take(example);
        progress.read(example.number(), example.at());
        examples.notifyAll();
      }
    }
  }

  /** Returns once everything was learned that is there, or after 10 s. */
  @Override
  public synchronized void start() {
    going = true;
    WholeTopic fresh =
        new WholeTopic(Topics.EXAMPLES, kafka, TopicStart.tail(TAIL), this::take, meters);
    reader = fresh;
    Thread learner = new Thread(this::run, "learning");
    thread = learner;
    var unused = fresh.caughtUp().thenRun(learner::start);
    fresh.start();
    try {
      if (!first.await(FIRST_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("screens without all examples: not learned within {}", FIRST_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (long known = 0; going; known = learn(known)) {
        // Until it is stopped.
      }
    } catch (InterruptedException e) {
      LOG.debug("learning was interrupted");
    }
  }

  /** Learns what is new, once there is something, and rests. */
  private long learn(long known) throws InterruptedException {
    boolean live = first.getCount() == 0;
    long number;
    Map<ModelId, List<Taught>> standing;
    synchronized (examples) {
      while (live && examples.newest() == known) {
        examples.wait();
      }
      number = examples.newest();
      standing = fits.standing(examples, number).orElseThrow();
    }
    long began = System.nanoTime();
    recent = List.of(progress.fit(() -> fits.of(number, standing)), recent.get(0));
    progress.learned(number, live);
    first.countDown();
    long rest = Math.max(SHORTEST_REST.toNanos(), REST * (System.nanoTime() - began));
    TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST_REST.toNanos(), rest));
    return number;
  }

  @Override
  public synchronized void stop() {
    going = false;
    if (reader != null) {
      reader.close();
    }
    Thread learner = thread;
    if (learner != null) {
      learner.interrupt();
      try {
        learner.join(STOP.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return going;
  }

  /** Before those that screen. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1;
  }
}
