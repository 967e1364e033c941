package io.rejoinder.projection;

import io.rejoinder.events.Event;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * What a room knows by a small topic of states: read whole before requests are taken, so that
 * nothing passes because a state is not known yet, and followed from then on. Threadsafe.
 *
 * @param <T> the states
 */
public abstract class KnownStates<T extends Event> implements SmartLifecycle {

  /** The topics are there by now, and what stands in them is some megabytes at most. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final StateTopic<T> states;

  /** Of this topic. */
  protected KnownStates(StateTopic<T> states) {
    this.states = states;
  }

  /** The states. */
  protected final StateTopic<T> states() {
    return states;
  }

  /** Appends a state, see {@link StateTopic#append}. */
  public Mono<Void> append(T state) {
    return states.append(state);
  }

  @Override
  public void start() {
    states.start(READ_WITHIN);
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void stop() {
    states.close();
  }

  @Override
  public boolean isRunning() {
    return states.isRunning();
  }
}
