package io.rejoinder.comment.page;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.events.thread.ThreadState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state that follows a thread's by a change of its site's server. */
final class Successors {

  private final Threads threads;
  private final String reviews;
  private final Clock clock;

  /**
   * Of these threads.
   *
   * @param reviews the address of the site of the reviews
   */
  Successors(Threads threads, String reviews, Clock clock) {
    this.threads = threads;
    this.reviews = reviews.endsWith("/") ? reviews.substring(0, reviews.length() - 1) : reviews;
    this.clock = clock;
  }

  /** A page's thread as it stands, a review's also without settings of its own. */
  Optional<ThreadState> current(Site site, String page) {
    String thread = Sites.thread(site.id(), page);
    Optional<ReviewState> review = threads.review(thread);
    if (review.isPresent() && site.id().equals(Sites.REVIEWS)) {
      return review.map(it -> of(it, threads.state(thread).orElse(null)));
    }
    return threads.site(thread).filter(site::equals).flatMap(its -> threads.state(thread));
  }

  private ThreadState of(ReviewState review, @Nullable ThreadState state) {
    return new ThreadState(
        review.id(),
        state == null ? 0 : state.version(),
        Sites.REVIEWS,
        reviews + "/reviews/" + review.slug(),
        review.title(),
        review.publishedAt(),
        state == null ? null : state.settings(),
        state == null ? review.at() : state.at());
  }

  /** The next state; empty if the site has no such thread and cannot have one. */
  Optional<ThreadState> of(Site site, String page, ThreadChange change, List<FieldError> errors) {
    Optional<ThreadState> current = current(site, page);
    String thread = Sites.thread(site.id(), page);
    boolean possible = threads.site(thread).filter(site::equals).isPresent();
    if (!possible) {
      return Optional.empty();
    }
    return current
        .map(state -> changed(site, state, change, errors))
        .or(() -> Optional.of(opened(site, thread, change, errors)));
  }

  private ThreadState changed(
      Site site, ThreadState state, ThreadChange change, List<FieldError> errors) {
    boolean review = site.id().equals(Sites.REVIEWS);
    if (review && (change.address() != null || change.title() != null)) {
      errors.add(new FieldError("address, title", "given", "none: a review has its own"));
    }
    PageDraft given =
        new PageDraft(
            change.address() == null ? state.address() : change.address(),
            change.title() == null ? state.title() : change.title());
    if (change.address() != null && !review) {
      given.check(site, "", errors);
    }
    return new ThreadState(
        state.id(),
        state.version() + 1,
        state.site(),
        given.place(),
        given.heading(),
        state.openedAt(),
        change.own(),
        now());
  }

  private ThreadState opened(
      Site site, String thread, ThreadChange change, List<FieldError> errors) {
    PageDraft given = new PageDraft(change.address(), change.title());
    given.check(site, "", errors);
    return new ThreadState(
        new ThreadId(thread),
        1,
        site.id(),
        given.place(),
        given.heading(),
        now(),
        change.own(),
        now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
