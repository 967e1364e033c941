package io.rejoinder.comment.submission;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.personal.Holding;
import io.rejoinder.comment.personal.Person;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Erase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The comments that somebody wrote, wherever they stand. */
final class Written implements Holding {

  /** Read at once: with their texts no more than a few megabytes. */
  private static final int PIECE = 100;

  private final Comments comments;
  private final Tickets tickets;
  private final Broker broker;
  private final Clock clock;

  Written(Comments comments, Tickets tickets, Broker broker, Clock clock) {
    this.comments = comments;
    this.tickets = tickets;
    this.broker = broker;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "comments";
  }

  @Override
  public Flux<?> of(Person person) {
    return all(person).map(One::of);
  }

  @Override
  public Mono<Long> erase(Person person) {
    return all(person)
        .concatMap(
            comment ->
                Mono.fromFuture(() -> broker.send(Topics.COMMENTS_SUBMITTED, erase(comment)), true))
        .count();
  }

  private Erase erase(Comment comment) {
    // The same as by the comment's own token: whichever comes first is the erasure.
    String command = tickets.command(comment.id(), "erase", "");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Erase(command, comment.id(), now);
  }

  private Flux<Comment> all(Person person) {
    return piece(person, null)
        .expand(
            piece ->
                piece.size() < PIECE ? Mono.empty() : piece(person, piece.get(piece.size() - 1)))
        .concatMapIterable(piece -> piece);
  }

  private Mono<List<Comment>> piece(Person person, @Nullable Comment last) {
    CommentId after = last == null ? null : last.id();
    Flux<Comment> piece =
        person.by(
            reader -> comments.ofReader(reader, after, PIECE),
            mailbox -> comments.ofMailbox(mailbox, after, PIECE));
    return piece.collectList();
  }

  /**
   * A comment as its author takes it along.
   *
   * @param state where the newest text stands, as in {@link SubmissionView}
   * @param text the newest
   * @param published what readers see; null where that is nothing
   */
  private record One(
      String id,
      String thread,
      @Nullable String parent,
      String state,
      String name,
      String text,
      @Nullable String published,
      Instant createdAt,
      Instant changedAt) {

    static One of(Comment comment) {
      return new One(
          comment.id().value(),
          comment.thread().value(),
          comment.parent() == null ? null : comment.parent().value(),
          SubmissionView.state(comment.status()),
          comment.author(),
          comment.newest().text(),
          comment.shown() == null ? null : comment.shown().text(),
          comment.createdAt(),
          comment.newest().at());
    }
  }
}
