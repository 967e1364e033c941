package io.rejoinder.moderation.trial;

import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The trials of this instance, one at a time. Results are kept in memory: until the process ends,
 * or 20 newer ones are there. Threadsafe.
 */
final class Trials implements AutoCloseable {

  static final int KEPT = 20;

  private final Deque<Trial> trials = new ArrayDeque<>();
  private int number;

  /**
   * Begins a trial.
   *
   * @param make the trial of an id
   * @throws Problem if one is running
   */
  synchronized Trial begin(Function<String, Trial> make) {
    if (trials.stream().anyMatch(trial -> trial.state() == Trial.State.RUNNING)) {
      throw new Problem(ProblemType.TRIAL_RUNNING, null);
    }
    Trial trial = make.apply(Integer.toString(++number));
    trials.addFirst(trial);
    if (trials.size() > KEPT) {
      trials.removeLast();
    }
    Thread thread = new Thread(trial, "trial-" + trial.plan().id());
    thread.setDaemon(true);
    thread.start();
    return trial;
  }

  /** The trials that are kept, newest first. */
  synchronized List<Trial> all() {
    return List.copyOf(trials);
  }

  /** A trial that is kept. */
  synchronized Optional<Trial> withId(String id) {
    return trials.stream().filter(trial -> trial.plan().id().equals(id)).findFirst();
  }

  @Override
  public synchronized void close() {
    trials.forEach(Trial::stop);
  }
}
