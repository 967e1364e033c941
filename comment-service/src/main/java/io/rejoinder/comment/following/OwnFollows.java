package io.rejoinder.comment.following;

import io.rejoinder.comment.personal.Holding;
import io.rejoinder.comment.personal.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody asked to follow and confirmed. Erased, it is stopped. */
final class OwnFollows implements Holding {

  private final Followers followers;
  private final FollowLog log;

  OwnFollows(Followers followers, FollowLog log) {
    this.followers = followers;
    this.log = log;
  }

  @Override
  public String name() {
    return "follows";
  }

  @Override
  public Flux<?> of(Person person) {
    return Flux.fromIterable(those(person)).map(this::view);
  }

  private View view(Follow follow) {
    String comment = follow.comment() == null ? null : follow.comment().value();
    return new View(follow.thread().value(), comment, log.email(follow), follow.at());
  }

  @Override
  public Mono<Long> erase(Person person) {
    return Mono.defer(() -> log.stop(those(person)));
  }

  private List<Follow> those(Person person) {
    return person.by(followers::ofReader, followers::ofAddress);
  }

  private record View(String thread, @Nullable String comment, String email, Instant since) {}
}
