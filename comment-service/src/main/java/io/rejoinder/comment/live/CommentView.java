package io.rejoinder.comment.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as readers get it, in pages and in streams alike.
 *
 * @param id its id
 * @param thread its thread; in streams only
 * @param parent the comment that it replies to
 * @param version rises with each change of what readers see
 * @param status {@code published}, or {@code removed} for a placeholder
 * @param author who wrote it; null once removed
 * @param html rendered and sanitised; null once removed
 * @param createdAt when it was written
 * @param revisedAt when this text was written, where it is not the first
 * @param likes how many readers like it; absent once removed
 * @param tally rises with each change of the counts while the version is the same; absent is 0
 * @param replies answers to it, oldest first; in pages only
 * @param repliesOmitted true where a comment has more replies than a page carries; in pages only
 */
@JsonPropertyOrder({"id", "thread", "parent", "version", "status", "author", "html"})
public record CommentView(
    String id,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String thread,
    @Nullable String parent,
    long version,
    String status,
    @Nullable Name author,
    @Nullable String html,
    Instant createdAt,
    @Nullable Instant revisedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long likes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long tally,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CommentView> replies,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean repliesOmitted) {

  /** The status of what readers see. */
  public static final String PUBLISHED = "published";

  /** The status of a placeholder. */
  public static final String REMOVED = "removed";

  /**
   * Who wrote it.
   *
   * @param name as shown
   * @param verified true where a sign-in vouched for the name; absent elsewhere
   */
  public record Name(
      String name, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean verified) {

    /** The name of a comment. */
    public static Name of(String name, boolean verified) {
      return new Name(name, verified ? true : null);
    }
  }

  static CommentView of(CommentChange change) {
    if (change instanceof CommentPublished it) {
      return shown(
          it,
          it.parent(),
          new Name(it.author(), it.verified()),
          it.html(),
          it.createdAt(),
          it.revisedAt(),
          it.likes());
    }
    if (change instanceof CommentRevised it) {
      return shown(
          it,
          it.parent(),
          new Name(it.author(), it.verified()),
          it.html(),
          it.createdAt(),
          it.revisedAt(),
          it.likes());
    }
    CommentRemoved it = (CommentRemoved) change;
    return new CommentView(
        it.id().value(),
        it.thread().value(),
        it.parent() == null ? null : it.parent().value(),
        it.version(),
        REMOVED,
        null,
        null,
        it.createdAt(),
        null,
        null,
        null,
        null,
        null);
  }

  private static CommentView shown(
      CommentChange change,
      io.rejoinder.events.comment.@Nullable CommentId parent,
      Name author,
      String html,
      Instant createdAt,
      @Nullable Instant revisedAt,
      @Nullable Long likes) {
    return new CommentView(
        change.id().value(),
        change.thread().value(),
        parent == null ? null : parent.value(),
        change.version(),
        PUBLISHED,
        author,
        html,
        createdAt,
        revisedAt,
        likes == null ? 0 : likes,
        change.counted() == 0 ? null : change.counted(),
        null,
        null);
  }
}
