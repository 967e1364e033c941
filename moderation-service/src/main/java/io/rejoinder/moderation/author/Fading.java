package io.rejoinder.moderation.author;

import io.rejoinder.events.author.AuthorKeys;
import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.comment.By;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Filling;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Forgets the words about authors of whom nothing is left: who has erased every comment leaves no
 * notes behind. What stands in force stays, told by a keyed hash: else erasing would lift a ban.
 * Several instances do the same, which does no harm.
 */
final class Fading implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Fading.class);

  /** Of the time that erasure may take. */
  private static final int PARTS = 7;

  private final Authors authors;
  private final Catalogue catalogue;
  private final Filling index;
  private final Duration pause;
  private final Clock clock;
  private final Scheduler scheduler = Schedulers.newSingle("author-fading", true);
  private Disposable going = Disposables.disposed();

  /**
   * Forgetting.
   *
   * @param within the time that an erasure may take
   */
  Fading(Authors authors, Catalogue catalogue, Filling index, Duration within, Clock clock) {
    this.authors = authors;
    this.catalogue = catalogue;
    this.index = index;
    this.pause = within.dividedBy(PARTS);
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    going =
        Flux.interval(pause, scheduler)
            .onBackpressureDrop()
            .concatMap(round -> round(), 1)
            .subscribe();
  }

  /** Looks through all of whom words are kept. */
  Mono<Void> round() {
    return Flux.fromIterable(authors.all())
        .filter(state -> index.caughtUp() && hasWords(state) && nothingIsLeft(state))
        .concatMap(state -> authors.append(faded(state)))
        .then()
        .onErrorResume(
            e -> {
              LOG.warn("what is held of authors is looked through again later: {}", e.toString());
              return Mono.empty();
            });
  }

  private static boolean hasWords(AuthorState state) {
    return !state.author().startsWith(AuthorKeys.RANGE)
        && (state.reason() != null || !state.notes().isEmpty() || !state.labels().isEmpty());
  }

  private boolean nothingIsLeft(AuthorState state) throws UncheckedIOException {
    return catalogue.by(state.author()) == 0;
  }

  private AuthorState faded(AuthorState state) {
    return new AuthorState(
        state.author(),
        state.version() + 1,
        state.standing(),
        state.until(),
        null,
        state.range(),
        List.of(),
        List.of(),
        By.SCREENING,
        clock.instant());
  }

  @Override
  public synchronized void stop() {
    going.dispose();
    scheduler.dispose();
  }

  @Override
  public synchronized boolean isRunning() {
    return !going.isDisposed();
  }
}
