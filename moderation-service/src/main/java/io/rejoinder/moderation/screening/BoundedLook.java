package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the screens look at a batch in a thread that can be left behind: one hand-over for a batch,
 * and a screen that does not come back within its bound costs that screen's evidence alone.
 */
final class BoundedLook implements AutoCloseable {

  /** The value that evidence of a failed screen has, and no other. */
  static final String FAILED = "failed";

  private static final Logger LOG = LoggerFactory.getLogger(BoundedLook.class);

  private final List<Screen> screens;
  private final Duration bound;
  private final MeterRegistry meters;
  private @Nullable Thread looking;
  private ExecutorService worker = newWorker();

  BoundedLook(List<Screen> screens, Duration bound, MeterRegistry meters) {
    this.screens = screens;
    this.bound = bound;
    this.meters = meters;
  }

  /** The evidence of every screen on every subject. */
  List<List<Evidence>> at(List<Subject> subjects) {
    List<Evidence> found = new ArrayList<>(subjects.size() * screens.size());
    while (found.size() < subjects.size() * screens.size()) {
      Round round = new Round(subjects, found);
      if (!finished(round)) {
        found = round.given();
        found.add(failure(screens.get(found.size() % screens.size()), "took longer than " + bound));
        leaveBehind();
      } else {
        found = round.given();
      }
    }
    List<List<Evidence>> bySubject = new ArrayList<>(subjects.size());
    for (int i = 0; i < subjects.size(); i++) {
      bySubject.add(List.copyOf(found.subList(i * screens.size(), (i + 1) * screens.size())));
    }
    return bySubject;
  }

  /** Waits for as long as the round goes on from one screen to the next within the bound. */
  private boolean finished(Round round) {
    Future<?> running = worker.submit(round::run);
    Patience patience = new Patience(Objects.requireNonNull(looking), bound);
    int done = round.done();
    while (true) {
      try {
        running.get(bound.toNanos(), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        int now = round.done();
        if (now > done) {
          done = now;
          patience.begin();
        } else if (patience.ended()) {
          running.cancel(true);
          return round.complete();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("screening", e.getCause());
      } catch (InterruptedException e) {
        running.cancel(true);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while screening", e);
      }
    }
  }

  private void leaveBehind() {
    worker.shutdownNow();
    worker = newWorker();
  }

  private Evidence failure(Screen screen, String how) {
    LOG.error("screen {} failed: {}", screen.name(), how);
    meters.counter("rejoinder.screening.failed", "screen", screen.name()).increment();
    return new Evidence(
        screen.name(), 0, "the screen failed: " + how, List.of(), Map.of(FAILED, how));
  }

  private ExecutorService newWorker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "screening");
          thread.setDaemon(true);
          looking = thread;
          return thread;
        });
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  /** One pass over what is left; once it was left behind, what it still finds is dropped. */
  private final class Round {

    private final List<Subject> subjects;
    private final List<Evidence> found;
    private boolean left;

    Round(List<Subject> subjects, List<Evidence> found) {
      this.subjects = subjects;
      this.found = new ArrayList<>(found);
    }

    synchronized int done() {
      return found.size();
    }

    synchronized boolean complete() {
      return found.size() == subjects.size() * screens.size();
    }

    synchronized List<Evidence> given() {
      left = true;
      return new ArrayList<>(found);
    }

    private synchronized boolean add(Evidence evidence) {
      if (!left) {
        found.add(evidence);
      }
      return !left;
    }

    void run() {
      boolean going = true;
      for (int i = done(); going && i < subjects.size() * screens.size(); i++) {
        Subject subject = subjects.get(i / screens.size());
        Screen screen = screens.get(i % screens.size());
        going = add(examine(screen, subject));
      }
    }

    private Evidence examine(Screen screen, Subject subject) {
      try {
        Evidence evidence = screen.examine(subject);
        if (subject.live()) {
          screen.observe(subject);
        }
        return evidence;
      } catch (RuntimeException | StackOverflowError e) {
        // The class alone: a message may quote the text.
        return failure(screen, e.getClass().getSimpleName());
      }
    }
  }
}
