package io.rejoinder.comment.thread;

import io.rejoinder.comment.site.Settings;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.thread.ThreadState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every thread there is, in memory: the published reviews, and the pages of other sites. Taking a
 * comment needs no store. Threadsafe.
 */
public final class Threads {

  private final Map<String, ReviewState> reviews = new ConcurrentHashMap<>();
  private final Map<String, ThreadState> opened = new ConcurrentHashMap<>();
  private final Sites sites;
  private final Clock clock;
  private volatile @Nullable ScreeningSettings screening;

  /** The threads of these sites. */
  Threads(Sites sites, Clock clock) {
    this.sites = sites;
    this.clock = clock;
  }

  /** Takes a review's newest state; what it says is not kept. */
  void received(ReviewState review) {
    if (review.status() == ReviewState.Status.PUBLISHED) {
      reviews.put(review.id().value(), withoutText(review));
    } else {
      reviews.remove(review.id().value());
    }
  }

  private static ReviewState withoutText(ReviewState review) {
    return new ReviewState(
        review.id(),
        review.version(),
        review.status(),
        review.slug(),
        review.title(),
        null,
        "",
        "",
        null,
        review.commentsOpen(),
        null,
        review.publishedAt(),
        review.at());
  }

  /**
   * Takes a thread's state if it is newer than the known one.
   *
   * @return the known one, where that is newer or was first, and says something else
   */
  Optional<ThreadState> received(ThreadState state) {
    ThreadState stands =
        opened.merge(
            state.id().value(),
            state,
            (before, after) -> after.version() > before.version() ? after : before);
    return stands.equals(state) ? Optional.empty() : Optional.of(stands);
  }

  /** Takes a version of the settings that says which sites are read-only. */
  void received(ScreeningSettings version) {
    ScreeningSettings known = screening;
    if (known == null || version.version() >= known.version()) {
      screening = version;
    }
  }

  /** Whether the site of a thread takes nothing from readers at present. */
  public boolean isReadOnly(String thread) {
    ScreeningSettings known = screening;
    List<String> readOnly = known == null ? null : known.holds().readOnly();
    return readOnly != null && readOnly.contains(Sites.idOf(thread));
  }

  /** How a thread stands. Any text may be asked for. */
  public Standing standing(String thread) {
    Optional<Settings> held = settings(thread);
    if (held.isEmpty()) {
      return Standing.UNKNOWN;
    }
    ReviewState review = reviews.get(thread);
    Instant closesAt = closesAt(thread);
    boolean open =
        held.get().open()
            && !isReadOnly(thread)
            && (review == null || review.commentsOpen())
            && (closesAt == null || clock.instant().isBefore(closesAt));
    return open ? Standing.OPEN : Standing.CLOSED;
  }

  /** What holds for a thread; empty for one that is not known and cannot be opened. */
  public Optional<Settings> settings(String thread) {
    return site(thread)
        .map(
            site -> {
              ThreadState state = opened.get(thread);
              return site.settings().with(state == null ? null : state.settings());
            });
  }

  /** A thread's site; empty for a thread that is not known and cannot be opened. */
  public Optional<Site> site(String thread) {
    return sites
        .ofThread(thread)
        .filter(site -> !site.id().equals(Sites.REVIEWS) || reviews.containsKey(thread));
  }

  /** When a thread closes, or closed, by itself; null for never, or where that is not known. */
  public @Nullable Instant closesAt(String thread) {
    ReviewState review = reviews.get(thread);
    ThreadState state = opened.get(thread);
    Instant openedAt = state == null ? null : state.openedAt();
    if (review != null) {
      openedAt = review.publishedAt();
    }
    Instant since = openedAt;
    return since == null
        ? null
        : settings(thread).map(settings -> settings.closesAt(since)).orElse(null);
  }

  /** The state of a thread that was opened, or has settings of its own. */
  public Optional<ThreadState> state(String thread) {
    return Optional.ofNullable(opened.get(thread));
  }

  /** A review, without what it says. */
  public Optional<ReviewState> review(String thread) {
    return Optional.ofNullable(reviews.get(thread));
  }

  /** How a thread stands. */
  public enum Standing {
    /** It takes comments. */
    OPEN,
    /** It can be read. */
    CLOSED,
    /** No published review has this id, and no configured site such a page. */
    UNKNOWN
  }
}
