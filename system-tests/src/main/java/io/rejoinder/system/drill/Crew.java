package io.rejoinder.system.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The workers: each takes a comment, takes it one step on, and puts it back. */
final class Crew {

  static final int CONNECTIONS = 32;

  /** A new comment is begun this often in ten, else one in the middle of its life goes on. */
  private static final int NEW_IN_TEN = 7;

  private final ConcurrentLinkedQueue<Life> fresh;
  private final ConcurrentLinkedQueue<Life> underWay = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unfinished;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Author author;
  private final Moderators moderators;
  private final Pace pace;
  private final Bound bound;

  Crew(List<Life> lives, Author author, Moderators moderators, Pace pace, Bound bound) {
    List<Life> shuffled = new ArrayList<>(lives);
    Collections.shuffle(shuffled, new Random(lives.size()));
    this.fresh = new ConcurrentLinkedQueue<>(shuffled);
    this.unfinished = new AtomicInteger(lives.size());
    this.author = author;
    this.moderators = moderators;
    this.pace = pace;
    this.bound = bound;
  }

  /** Starts the workers. */
  List<Future<?>> start(ExecutorService threads) {
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      workers.add(threads.submit(() -> work(new Random())));
    }
    return workers;
  }

  int accepted() {
    return accepted.get();
  }

  private void work(Random random) {
    while (unfinished.get() > 0) {
      Life life = take(random);
      if (life == null) {
        bound.pause(5);
        continue;
      }
      pace.begin();
      int before = life.stepsLeft();
      goOn(life);
      pace.done(before - life.stepsLeft());
      if (life.stepsLeft() > 0) {
        underWay.add(life);
      } else {
        unfinished.decrementAndGet();
      }
    }
  }

  private @Nullable Life take(Random random) {
    boolean beginNew = random.nextInt(10) < NEW_IN_TEN;
    Life life = beginNew ? fresh.poll() : underWay.poll();
    if (life != null) {
      return life;
    }
    return beginNew ? underWay.poll() : fresh.poll();
  }

  private void goOn(Life life) {
    Step step = life.next();
    if (step == null) {
      return;
    }
    try {
      take(life, step);
    } catch (Insistence.GaveUp e) {
      life.failed(step + ": " + e.getMessage());
    }
  }

  private void take(Life life, Step step) {
    switch (step) {
      case POST -> {
        author.post(life);
        accepted.incrementAndGet();
      }
      case POST_AGAIN -> author.postAgain(life);
      case EDIT -> author.edit(life, false);
      case EDIT_DOUBTFULLY -> author.edit(life, true);
      case EDIT_OUTDATED -> author.editOutdated(life);
      case WITHDRAW -> author.withdraw(life);
      case APPROVE -> moderators.approve(life);
      case REJECT -> moderators.reject(life);
      case UNDO -> moderators.undo(life);
      case DUEL -> moderators.duel(life);
      case EDIT_WHILE_APPROVED -> moderators.approveWhileEdited(life);
      case WITHDRAW_WHILE_APPROVED -> moderators.approveWhileWithdrawn(life);
    }
  }
}
