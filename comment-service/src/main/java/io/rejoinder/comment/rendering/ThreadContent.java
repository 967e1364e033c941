package io.rejoinder.comment.rendering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread as the API sends it: what of it is shown here.
 *
 * @param thread the thread
 * @param open whether it takes comments
 * @param count how many comments readers see, in the whole thread
 * @param comments roots with their replies
 * @param next the key of the next page; null on the last
 */
record ThreadContent(
    String thread, boolean open, long count, List<Shown> comments, @Nullable String next) {

  /**
   * A comment.
   *
   * @param id its id
   * @param parent the comment that it replies to
   * @param author who wrote it; null once removed
   * @param html rendered and sanitised; null once removed
   * @param createdAt when it was written
   * @param revisedAt when this text was written, where it is not the first
   * @param likes how many readers like it, where that is known
   * @param replies answers to it, oldest first
   * @param repliesOmitted true where there are more than a page carries
   */
  record Shown(
      String id,
      @Nullable String parent,
      @Nullable Name author,
      @Nullable String html,
      Instant createdAt,
      @Nullable Instant revisedAt,
      @Nullable Long likes,
      List<Shown> replies,
      @Nullable Boolean repliesOmitted) {

    String name() {
      return author == null ? "" : author.name();
    }

    boolean verified() {
      return author != null && Boolean.TRUE.equals(author.verified());
    }
  }

  /**
   * An author.
   *
   * @param name as shown
   * @param verified whether a sign-in vouched for the name; absent where none did
   */
  record Name(String name, @Nullable Boolean verified) {}

  /** A comment of this page; null if it is on another. */
  @Nullable Shown find(String id) {
    return find(id, comments);
  }

  private static @Nullable Shown find(String id, List<Shown> among) {
    for (Shown shown : among) {
      Shown found = shown.id().equals(id) ? shown : find(id, shown.replies());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  ThreadContent with(List<Shown> others, @Nullable String otherNext) {
    return new ThreadContent(thread, open, count, others, otherNext);
  }
}
