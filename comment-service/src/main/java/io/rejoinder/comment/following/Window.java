package io.rejoinder.comment.following;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came on a partition since those who follow were told last. It begins behind what was told,
 * gathers from the first comment that somebody is to be told of, and ends when its time is over:
 * then all of it is told, and the next begins. Used in one thread.
 */
final class Window {

  private static final int REMEMBERED = 100_000;

  private final Followers followers;
  private final FollowingProperties bounds;
  private final Clock clock;

  /** Comments that were announced before: an edit, a like, or the same again, is no news. */
  private final Cache<CommentId, Boolean> known;

  private final Set<CommentId> gathered = new LinkedHashSet<>();
  private long begin;
  private long next;
  private @Nullable Instant due;
  private @Nullable Progress progress;

  /**
   * A window.
   *
   * @param begin the first offset that nobody was told of
   * @param progress how far another life of this came with the same window; null if it did not
   *     begin
   */
  Window(
      long begin,
      @Nullable Progress progress,
      Followers followers,
      FollowingProperties bounds,
      Clock clock) {
    this.begin = begin;
    this.next = begin;
    this.progress = progress;
    this.followers = followers;
    this.bounds = bounds;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(bounds.oldest()).build();
  }

  /**
   * Takes the next record of the partition.
   *
   * @param at when the broker, or its writer, says that it was written
   * @return whether it belongs to this window; if not, it is to be read again for the next one
   */
  boolean take(long offset, Instant at, @Nullable CommentChange change) {
    if (offset >= begin && full()) {
      return false;
    }
    if (progress != null && offset >= progress.end()) {
      next = progress.end();
      return false;
    }
    boolean fresh = change != null && fresh(change);
    if (offset < begin) {
      return true;
    }
    next = offset + 1;
    if (change != null
        && (fresh ? followed(change) : erasable(change))
        && gathered.add(change.id())) {
      due = due == null ? at.plus(bounds.window()) : due;
    }
    return true;
  }

  /** Whether readers see a comment for the first time, which is remembered. */
  private boolean fresh(CommentChange change) {
    if (change instanceof CommentRemoved || known.getIfPresent(change.id()) != null) {
      return false;
    }
    known.put(change.id(), true);
    // What was written before all that is remembered may have been seen long ago: approved again,
    // or claimed by who wrote it.
    Instant oldest = clock.instant().minus(bounds.oldest());
    if (change instanceof CommentPublished published) {
      // Nobody can have liked what nobody saw.
      return published.tally() == null && published.createdAt().isAfter(oldest);
    }
    // The first that is shown may be an edit, of a comment that waited.
    return change instanceof CommentRevised revised
        && revised.tally() == null
        && revised.createdAt().isAfter(oldest);
  }

  private boolean followed(CommentChange change) {
    CommentId parent =
        change instanceof CommentPublished published
            ? published.parent()
            : change instanceof CommentRevised revised ? revised.parent() : null;
    return !followers.ofThread(change.thread().value()).isEmpty()
        || (parent != null && !followers.ofReplies(parent).isEmpty());
  }

  /** An erased comment takes with it what follows its replies: whether it is, the store knows. */
  private boolean erasable(CommentChange change) {
    return change instanceof CommentRemoved && !followers.ofReplies(change.id()).isEmpty();
  }

  private boolean full() {
    return gathered.size() >= bounds.gathered();
  }

  /** Whether its time is over. */
  boolean over(long position) {
    Instant end = due;
    return full()
        || (progress != null && position >= progress.end())
        || (end != null && !clock.instant().isBefore(end));
  }

  /** Whether there is nothing to tell of what was taken. */
  boolean idle() {
    return gathered.isEmpty() && progress == null && next > begin;
  }

  List<CommentId> gathered() {
    return List.copyOf(gathered);
  }

  /** The last one, in the order of ids, who was told before; empty for none. */
  String after() {
    return progress == null ? "" : progress.after();
  }

  long begin() {
    return begin;
  }

  /** Where the next window begins. */
  long next() {
    return next;
  }

  /** All of it was told. */
  void told() {
    begin = next;
    gathered.clear();
    due = null;
    progress = null;
  }
}
