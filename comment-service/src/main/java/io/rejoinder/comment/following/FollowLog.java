package io.rejoinder.comment.following;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.thread.ThreadFollowed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes who follows and who does not any more. Complete once the broker has it. Threadsafe. */
final class FollowLog {

  private static final int ID_BYTES = 16;
  private static final int WRITTEN_AT_ONCE = 32;

  private final Broker broker;
  private final Sealer sealer;
  private final SecretKeySpec idKey;
  private final Clock clock;

  FollowLog(Broker broker, Secret secret, Clock clock) {
    this.broker = broker;
    this.sealer = new Sealer(secret);
    this.idKey = secret.keyFor("follow.id");
    this.clock = clock;
  }

  /** The id of an address that follows this: the same however often it is asked for. */
  String id(Asked asked) {
    String person = asked.email().toLowerCase(Locale.ROOT);
    String subject = asked.comment() == null ? asked.thread() : "/" + asked.comment();
    byte[] hash = Secret.hmac(idKey, (person + " " + subject).getBytes(UTF_8));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  Mono<Void> follow(Asked asked) {
    return Mono.defer(
        () ->
            send(
                new ThreadFollowed(
                    id(asked),
                    true,
                    asked.threadId(),
                    asked.commentId(),
                    sealer.seal(asked.email()),
                    asked.language(),
                    asked.reader(),
                    now())));
  }

  Mono<Void> stop(String id) {
    return Mono.defer(() -> send(ThreadFollowed.stopped(id, now())));
  }

  Mono<Long> stop(Collection<Follow> those) {
    return Flux.fromIterable(those)
        .flatMap(follow -> stop(follow.id()).thenReturn(follow), WRITTEN_AT_ONCE)
        .count();
  }

  /** The address of somebody who follows. */
  String email(Follow follow) {
    return sealer.open(follow.email());
  }

  private Mono<Void> send(ThreadFollowed state) {
    return Mono.fromFuture(broker.send(Topics.THREADS_FOLLOWED, state), true).then();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
