package io.rejoinder.comment.reaction;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.personal.Holding;
import io.rejoinder.comment.personal.Person;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentLiked;
import io.rejoinder.events.comment.ThreadId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What readers like: an identity's, who needs no address for it. Erased, it is taken back. */
final class GivenLikes implements Holding {

  private final Likes likes;
  private final Broker broker;
  private final Clock clock;

  GivenLikes(Likes likes, Broker broker, Clock clock) {
    this.likes = likes;
    this.broker = broker;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "likes";
  }

  @Override
  public Flux<?> of(Person person) {
    return person.by(likes::by, mailbox -> Flux.empty());
  }

  @Override
  public Mono<Long> erase(Person person) {
    return person.by(this::takenBack, mailbox -> Mono.just(0L));
  }

  private Mono<Long> takenBack(String reader) {
    int partitions = broker.partitions(Topics.COMMENTS_LIKED);
    return likes
        .by(reader)
        .concatMap(
            liked -> {
              int partition = Topics.partitionOfLikes(liked.comment(), partitions);
              CommentLiked back =
                  new CommentLiked(
                      new CommentId(liked.comment()),
                      new ThreadId(liked.thread()),
                      reader,
                      false,
                      clock.instant().truncatedTo(ChronoUnit.MILLIS));
              return Mono.fromFuture(
                  () -> broker.send(Topics.COMMENTS_LIKED, partition, back), true);
            })
        .count();
  }
}
