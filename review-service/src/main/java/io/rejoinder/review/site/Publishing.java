package io.rejoinder.review.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.review.review.Review;
import io.rejoinder.review.review.ReviewDraft;
import io.rejoinder.review.review.ReviewHtml;
import io.rejoinder.review.review.ReviewWriting;
import io.rejoinder.review.review.Reviews;
import io.rejoinder.review.review.Written;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes what an administrator wrote, by form or by API. */
@Component
final class Publishing {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final ReviewWriting writing;
  private final Reviews reviews;
  private final SiteProperties site;

  Publishing(ReviewWriting writing, Reviews reviews, SiteProperties site) {
    this.writing = writing;
    this.reviews = reviews;
    this.site = site;
  }

  /**
   * Publishes; complete once the broker has acknowledged it.
   *
   * @param once what makes the sender's retry the same review
   */
  Mono<Written> publish(ReviewRequest request, String once) {
    // Off the event loop: rendering 50,000 characters takes a while.
    return Mono.fromCallable(() -> draft(request, once))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(draft -> Mono.fromFuture(() -> writing.publish(draft)));
  }

  private static ReviewDraft draft(ReviewRequest request, String once) {
    String id = UUID.nameUUIDFromBytes((once + "\n" + request).getBytes(UTF_8)).toString();
    return new ReviewDraft(
        new ThreadId(id.replace("-", "")),
        request.title(),
        request.title(),
        request.film().isEmpty() ? null : request.film(),
        request.critic(),
        ReviewHtml.ofMarkdown(request.text()),
        request.text(),
        true,
        null,
        null);
  }

  Mono<Written> openComments(ThreadId id, boolean open) {
    return Mono.fromFuture(() -> writing.openComments(id, open));
  }

  /**
   * Waits, for a bounded time, until readers can see what was written; looks into the store, as
   * another instance may be the one that fills it.
   *
   * @return the review; empty where it takes longer
   */
  Mono<Review> shown(Written written) {
    return Mono.defer(() -> reviews.byId(written.id()))
        .filter(review -> review.version() >= written.version())
        .repeatWhenEmpty(tries -> tries.delayElements(LOOK_AGAIN))
        .timeout(site.projectionWait(), Mono.empty())
        .onErrorResume(com.mongodb.MongoException.class, away -> Mono.empty());
  }
}
