package io.rejoinder.moderation.akismet;

import io.rejoinder.moderation.learning.Lecture;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import reactor.core.publisher.Mono;

/** Passes on where a site says that a verdict was wrong. */
final class Teaching {

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Lecture lecture;
  private final Site site;

  Teaching(Lecture lecture, Site site) {
    this.lecture = lecture;
    this.site = site;
  }

  /**
   * Complete once the broker has it. Fails with a problem where it has not: the same sent again
   * counts once. Reads the text as it is subscribed to: not for an event loop.
   */
  Mono<Void> teach(String token, Submission one, boolean spam) {
    if (one.test()) {
      return Mono.empty();
    }
    return Mono.fromFuture(() -> lecture.hear(site.comment(token, one), spam, token, one.content()))
        .onErrorMap(Teaching::notConfirmed);
  }

  private static Throwable notConfirmed(Throwable e) {
    return e instanceof KafkaException || e instanceof org.springframework.kafka.KafkaException
        ? new Problem(ProblemType.NOT_CONFIRMED, null).retryAfter(AGAIN)
        : e;
  }
}
