package io.rejoinder.comment.submission;

import io.rejoinder.projection.WholeTopic;
import org.springframework.context.SmartLifecycle;

/** Follows the states, and ends the authors' streams before the server waits for its requests. */
final class OutcomesReader implements SmartLifecycle {

  private final WholeTopic states;
  private final Outcomes outcomes;
  private volatile boolean running;

  OutcomesReader(WholeTopic states, Outcomes outcomes) {
    this.states = states;
    this.outcomes = outcomes;
  }

  @Override
  public void start() {
    states.start();
    running = true;
  }

  @Override
  public void stop() {
    outcomes.complete();
    states.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The first to stop, before the web server's graceful stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
