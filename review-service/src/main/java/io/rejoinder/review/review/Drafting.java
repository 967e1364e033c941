package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.review.review.KnownReviews.Known;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What follows from a draft or a change, given what is known. */
final class Drafting {

  private Drafting() {}

  /**
   * What to write for a draft: nothing where it says what is there already; a withdrawn review
   * stays withdrawn.
   *
   * @param taken whether another review has a slug
   */
  static Decided publish(
      ReviewDraft draft, Optional<Known> before, Predicate<String> taken, Instant now) {
    Instant wish = draft.publishedAt();
    Instant publishedAt = wish != null ? wish : before.map(Known::publishedAt).orElse(now);
    Instant to = publishedAt.truncatedTo(ChronoUnit.MILLIS);
    if (before.isEmpty()) {
      String otherwise = "review-" + draft.id().value().substring(0, 8);
      String slug = Slugs.of(draft.slugWish(), otherwise, taken);
      return Decided.write(state(draft, 1, slug, draft.commentsOpen(), to, now), true);
    }
    Known known = before.get();
    if (!known.published() || known.fingerprint().equals(KnownReviews.fingerprint(draft, to))) {
      return Decided.unchanged(draft.id(), known);
    }
    return Decided.write(
        state(draft, known.version() + 1, known.slug(), known.commentsOpen(), to, now), false);
  }

  private static ReviewState state(
      ReviewDraft draft,
      long version,
      String slug,
      boolean open,
      Instant publishedAt,
      Instant now) {
    return new ReviewState(
        draft.id(),
        version,
        ReviewState.Status.PUBLISHED,
        slug,
        draft.title(),
        draft.film(),
        draft.critic(),
        draft.html(),
        draft.markdown(),
        open,
        draft.origin(),
        publishedAt,
        now);
  }

  /** The same review with its comments open or closed. */
  static ReviewState withComments(ReviewState state, boolean open, Instant now) {
    return new ReviewState(
        state.id(),
        state.version() + 1,
        state.status(),
        state.slug(),
        state.title(),
        state.film(),
        state.critic(),
        state.html(),
        state.markdown(),
        open,
        state.origin(),
        state.publishedAt(),
        now);
  }

  /**
   * A decision: what to answer, and what to write before.
   *
   * @param state null where nothing changes
   */
  record Decided(@Nullable ReviewState state, Written written) {

    static Decided write(ReviewState state, boolean created) {
      return new Decided(
          state,
          new Written(
              state.id(),
              state.slug(),
              state.version(),
              created ? Written.Outcome.CREATED : Written.Outcome.UPDATED));
    }

    static Decided unchanged(ThreadId id, Known known) {
      return new Decided(
          null, new Written(id, known.slug(), known.version(), Written.Outcome.UNCHANGED));
    }
  }
}
