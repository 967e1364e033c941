package io.rejoinder.moderation.queue;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Appends moderators' commands and waits, for a while, for what the comment's owner says. */
public final class Decisions implements AutoCloseable {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");
  private static final int THREADS = 2;
  private static final int QUEUE = 1_000;

  private final KafkaOperations<byte[], byte[]> kafka;
  private final Outcomes outcomes;
  private final Catalogue catalogue;
  private final Duration wait;

  /** A send can wait for the topic's metadata, which no event loop may. */
  private final Scheduler sending = Schedulers.newBoundedElastic(THREADS, QUEUE, "decisions");

  Decisions(
      KafkaOperations<byte[], byte[]> kafka,
      Outcomes outcomes,
      Catalogue catalogue,
      Duration wait) {
    this.kafka = kafka;
    this.outcomes = outcomes;
    this.catalogue = catalogue;
    this.wait = wait;
  }

  /**
   * What became of the command; empty if that is not known in time. The command is kept then, and
   * will be carried out.
   */
  Mono<Outcomes.Answer> send(CommentCommand command) {
    Mono<Void> kept =
        Mono.defer(() -> Mono.fromFuture(kafka.send(CODEC.write(Topics.COMMENTS_JUDGED, command))))
            .subscribeOn(sending)
            .then()
            .onErrorMap(Decisions::notConfirmed);
    return outcomes.after(kept, command, wait).switchIfEmpty(Mono.defer(() -> known(command)));
  }

  /**
   * What became of the command, for those who need no more than that; empty if it is not known in
   * time.
   *
   * @throws Problem {@code not-confirmed} where the broker did not take it
   */
  public Mono<Outcome> carryOut(CommentCommand command) {
    return send(command).map(Outcomes.Answer::outcome);
  }

  /**
   * What the index knows of the command: one that was folded before changes nothing, so no new
   * state tells of it. Its sender asks again because the first answer was lost.
   */
  private Mono<Outcomes.Answer> known(CommentCommand command) {
    return Mono.fromCallable(() -> catalogue.items(List.of(command.comment().value())))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMapIterable(items -> items)
        .flatMap(
            item ->
                Mono.justOrEmpty(
                    item.outcomeOf(command.command())
                        .map(outcome -> new Outcomes.Answer(outcome, item))))
        .next();
  }

  private static Throwable notConfirmed(Throwable e) {
    return e instanceof KafkaException || e instanceof org.springframework.kafka.KafkaException
        ? new Problem(ProblemType.NOT_CONFIRMED, null).retryAfter(Duration.ofSeconds(2))
        : e;
  }

  @Override
  public void close() {
    sending.dispose();
  }
}
