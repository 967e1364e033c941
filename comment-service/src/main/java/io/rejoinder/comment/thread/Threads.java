package io.rejoinder.comment.thread;

import io.rejoinder.events.review.ReviewState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every thread there is, in memory: the published reviews. Taking a comment needs no store.
 * Threadsafe.
 */
public final class Threads {

  private final Map<String, Standing> standings = new ConcurrentHashMap<>();
  private final Map<String, About> about = new ConcurrentHashMap<>();

  /** Takes a review's newest state. */
  void received(ReviewState review) {
    if (review.status() == ReviewState.Status.PUBLISHED) {
      about.put(review.id().value(), new About(review.title(), review.slug()));
      standings.put(review.id().value(), review.commentsOpen() ? Standing.OPEN : Standing.CLOSED);
    } else {
      standings.remove(review.id().value());
      about.remove(review.id().value());
    }
  }

  /** How a thread stands. Any text may be asked for. */
  public Standing standing(String thread) {
    return standings.getOrDefault(thread, Standing.UNKNOWN);
  }

  /** What a thread is about; empty where that is not known. Any text may be asked for. */
  public Optional<About> about(String thread) {
    return Optional.ofNullable(about.get(thread));
  }

  /** How many there are. */
  int count() {
    return standings.size();
  }

  /**
   * A review that people comment on.
   *
   * @param title its title
   * @param slug the last part of its address
   */
  public record About(String title, String slug) {}

  /** How a thread stands. */
  public enum Standing {
    /** It takes comments. */
    OPEN,
    /** It can be read. */
    CLOSED,
    /** No published review has this id. */
    UNKNOWN
  }
}
