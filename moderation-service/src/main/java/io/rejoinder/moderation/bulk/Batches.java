package io.rejoinder.moderation.bulk;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.moderation.account.Moderators;
import io.rejoinder.moderation.bulk.BatchRequest.Wish;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Key;
import io.rejoinder.moderation.index.Order;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.queue.Decisions;
import io.rejoinder.moderation.queue.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Batches that were begun on this instance, and the last that ended. Each comment's decision is a
 * command of its own, based on the version that was looked at: what changes meanwhile is refused
 * and counted, never overwritten. A decision names its batch, so that a batch is taken back as a
 * whole at any time, also when the instance that made it is gone. Threadsafe.
 */
final class Batches implements AutoCloseable {

  /** Comments that one batch can be about: their commands are held in memory, 200 bytes each. */
  static final int MOST = 100_000;

  private static final int PAGE = 500;

  /** On their way at once: enough to keep the owners busy, and leave room for single decisions. */
  private static final int AT_ONCE = 32;

  private static final int KEPT = 50;

  private final Catalogue catalogue;
  private final Decisions decisions;
  private final Moderators moderators;
  private final Clock clock;
  private final ConcurrentLinkedDeque<Batch> batches = new ConcurrentLinkedDeque<>();
  private final Disposable.Composite running = Disposables.composite();

  Batches(Catalogue catalogue, Decisions decisions, Moderators moderators, Clock clock) {
    this.catalogue = catalogue;
    this.decisions = decisions;
    this.moderators = moderators;
    this.clock = clock;
  }

  /** Begins to decide on all comments of a view; how it stands at once. */
  Mono<Batch.Progress> begin(Wish wish, By by) {
    String id = newId();
    Instant now = clock.instant();
    Set<String> named = wish.ids() == null ? Set.of() : Set.copyOf(wish.ids());
    return begin(
        id,
        by,
        wish.view(),
        item -> {
          boolean meant = named.isEmpty() || named.contains(item.id());
          Instant until = wish.until();
          boolean early = until == null || !item.submittedAt().isAfter(until);
          if (!meant || !early) {
            return Optional.empty();
          }
          Decide decide =
              new Decide(
                  id + "-" + item.id(),
                  new CommentId(item.id()),
                  item.revision(),
                  item.version(),
                  wish.verdict(),
                  wish.reason(),
                  by,
                  now,
                  id,
                  null);
          // As at the edge for single decisions: an appeal that nobody else can answer.
          return Optional.of(
              item.openAppeal().filter(appeal -> !moderators.anyBut(appeal.judges())).isPresent()
                  ? decide.bySole()
                  : decide);
        });
  }

  /** Begins to take back every decision of a batch that still stands. */
  Mono<Batch.Progress> undo(String batch, By by) {
    String id = newId();
    Instant now = clock.instant();
    View view = Views.of("all", "batch:" + batch, String.valueOf(by.account()));
    return begin(
        id,
        by,
        view,
        item ->
            Optional.ofNullable(item.decision())
                .map(
                    decision ->
                        new Undo(
                            id + "-" + item.id(),
                            new CommentId(item.id()),
                            decision.number(),
                            item.version(),
                            by,
                            now)));
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private Mono<Batch.Progress> begin(
      String id, By by, View view, Function<Item, Optional<? extends CommentCommand>> command) {
    return Mono.fromSupplier(() -> Views.readable(() -> commands(view, command)))
        .subscribeOn(Schedulers.boundedElastic())
        .map(
            commands -> {
              Batch batch = new Batch(id, by, clock.instant(), commands);
              batches.addFirst(batch);
              forgetOld();
              running.add(run(batch));
              return batch.progress();
            });
  }

  private List<CommentCommand> commands(
      View view, Function<Item, Optional<? extends CommentCommand>> command) {
    long count = catalogue.size(view).count();
    if (count > MOST) {
      throw Problem.invalid("q", count + " comments", "at most " + MOST);
    }
    List<CommentCommand> commands = new ArrayList<>();
    Key after = null;
    List<Item> page = catalogue.page(view, Order.OLDEST, null, PAGE);
    while (!page.isEmpty()) {
      page.stream().map(command).flatMap(Optional::stream).forEach(commands::add);
      after = Key.of(page.get(page.size() - 1), Order.OLDEST);
      page = catalogue.page(view, Order.OLDEST, after, PAGE);
    }
    return commands;
  }

  private Disposable run(Batch batch) {
    return Flux.fromIterable(batch.commands())
        .takeUntilOther(batch.stopped().asMono())
        .flatMap(one -> carryOut(batch, one), AT_ONCE)
        .doFinally(end -> batch.ended())
        .subscribe();
  }

  private Mono<Void> carryOut(Batch batch, CommentCommand command) {
    return decisions
        .carryOut(command)
        .doOnNext(batch::outcome)
        .onErrorResume(
            Problem.class,
            e -> {
              batch.failed();
              return Mono.empty();
            })
        .then();
  }

  private void forgetOld() {
    while (batches.size() > KEPT) {
      batches.removeLast();
    }
  }

  /** The batches of this instance, the newest first. */
  Collection<Batch.Progress> all() {
    return batches.stream().map(Batch::progress).toList();
  }

  /** The batch of this id. */
  Optional<Batch> of(String id) {
    return batches.stream().filter(batch -> batch.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    running.dispose();
  }
}
