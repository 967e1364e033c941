package io.rejoinder.comment.following;

import io.rejoinder.comment.personal.Holding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a browser asked to follow and its reader confirmed. Erased, it is stopped. */
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
  public Flux<?> of(String reader) {
    return Flux.fromIterable(followers.ofReader(reader)).map(this::view);
  }

  private View view(Follow follow) {
    String comment = follow.comment() == null ? null : follow.comment().value();
    return new View(follow.thread().value(), comment, log.email(follow), follow.at());
  }

  @Override
  public Mono<Long> erase(String reader) {
    return Mono.defer(() -> log.stop(followers.ofReader(reader)));
  }

  private record View(String thread, @Nullable String comment, String email, Instant since) {}
}
