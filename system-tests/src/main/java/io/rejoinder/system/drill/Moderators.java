package io.rejoinder.system.drill;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Console;
import io.rejoinder.system.drill.Insistence.Answered;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What moderators do. Each command has an id, so it is simply sent again until its outcome is
 * known; {@code 202}, taken but not decided yet, is a reason to ask again.
 */
final class Moderators {

  private static final Set<Integer> OUTCOMES = Set.of(200, 409);

  /** Trains no model: texts are drawn, and so is what is rejected. */
  private static final String REASON = "off-topic";

  private final Desk desk;
  private final Author author;
  private final Insistence insistence;
  private final Executor aside;

  /**
   * The moderators.
   *
   * @param aside runs the other one of two who act at the same time
   */
  Moderators(Desk desk, Author author, Insistence insistence, Executor aside) {
    this.desk = desk;
    this.author = author;
    this.insistence = insistence;
    this.aside = aside;
  }

  void approve(Life life) {
    applied(life, decide(item(life), null), Move.Kind.APPROVE);
  }

  void reject(Life life) {
    applied(life, decide(item(life), REASON), Move.Kind.REJECT);
  }

  void undo(Life life) {
    String command = UUID.randomUUID().toString();
    JsonNode item = life.item();
    Console console = desk.console();
    applied(
        life,
        insistence.until("undo", OUTCOMES, () -> console.undo(command, item)),
        Move.Kind.UNDO);
  }

  /** Only one of two decisions on the same standing may count. */
  void duel(Life life) {
    JsonNode item = item(life);
    CompletableFuture<Answered> other =
        CompletableFuture.supplyAsync(() -> decide(item, REASON), aside);
    Answered approval = decide(item, null);
    Answered rejection = other.join();
    if (approval.status() == rejection.status()) {
      throw new Insistence.GaveUp(
          "two decisions on one standing: both " + approval.answer().brief());
    }
    boolean approved = approval.status() == 200;
    applied(life, approved ? approval : rejection, approved ? Move.Kind.APPROVE : Move.Kind.REJECT);
  }

  /** Whichever comes first: an edit on an approved text is approved, and one on a held text too. */
  void approveWhileEdited(Life life) {
    JsonNode item = item(life);
    CompletableFuture<Answered> approval =
        CompletableFuture.supplyAsync(() -> decide(item, null), aside);
    author.edit(life, false);
    approval.join();
  }

  /** Whichever comes first: it is withdrawn. */
  void approveWhileWithdrawn(Life life) {
    JsonNode item = item(life);
    CompletableFuture<Answered> approval =
        CompletableFuture.supplyAsync(() -> decide(item, null), aside);
    author.withdraw(life);
    approval.join();
  }

  private JsonNode item(Life life) {
    return desk.held(life.id(), life.standing().revision(), life.item().path("version").asLong(0));
  }

  private Answered decide(JsonNode item, @Nullable String reason) {
    String command = UUID.randomUUID().toString();
    Console console = desk.console();
    return insistence.until("decision", OUTCOMES, () -> console.decide(command, item, reason));
  }

  private static void applied(Life life, Answered answered, Move.Kind move) {
    Answer answer = answered.answer();
    if (answer.status() != 200) {
      throw new Insistence.GaveUp(move + ": " + answer.brief());
    }
    life.seenInQueue(answer.body());
    life.moved(Move.of(move));
  }
}
