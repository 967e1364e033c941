package io.rejoinder.comment.submission;

import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Markdown;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its author sees it.
 *
 * @param id the comment's id
 * @param thread its thread
 * @param parent the comment that it replies to
 * @param state {@code checking}, {@code held}, {@code published}, {@code rejected}, {@code
 *     withdrawn} or {@code erased}: where the newest revision stands
 * @param reason why it was rejected
 * @param revision the number of the newest revision
 * @param version the version of the state
 * @param text the newest revision
 * @param html the same rendered
 * @param author who wrote it
 * @param createdAt when it was written
 * @param editableUntil until when it can be edited, unless somebody replies; null for not at all,
 *     or where that is not known yet
 * @param appeal {@code possible}, {@code open} or {@code upheld}; null where it is not rejected
 */
record SubmissionView(
    String id,
    @Nullable String thread,
    @Nullable String parent,
    String state,
    @Nullable Reason reason,
    @Nullable Integer revision,
    @Nullable Long version,
    @Nullable String text,
    @Nullable String html,
    @Nullable Name author,
    @Nullable Instant createdAt,
    @Nullable Instant editableUntil,
    @Nullable String appeal) {

  private static final Map<String, String> REASONS =
      Map.of(
          "spam", "It looks like advertising.",
          "off-topic", "It is not about this page.",
          "abuse", "It attacks a person or a group.",
          "spoiler", "It gives the story away.",
          "personal-data", "It contains somebody's personal data.",
          "author", "Responses from you are not taken here at present.");

  private static final String OTHER = "It does not fit the rules of this site.";

  /**
   * Why a comment was rejected.
   *
   * @param code the policy's code
   * @param text in plain words
   */
  record Reason(String code, String text) {}

  /**
   * An author.
   *
   * @param name as shown
   */
  record Name(String name) {}

  /** A submission that was accepted and that no projection has heard of yet. */
  static SubmissionView checking(String id) {
    return new SubmissionView(
        id, null, null, "checking", null, null, null, null, null, null, null, null, null);
  }

  static SubmissionView of(Comment comment, @Nullable Instant editableUntil) {
    String text = comment.newest().text();
    return new SubmissionView(
        comment.id().value(),
        comment.thread().value(),
        comment.parent() == null ? null : comment.parent().value(),
        state(comment.status()),
        reason(comment),
        comment.newest().number(),
        comment.version(),
        text,
        Markdown.html(text),
        new Name(comment.author()),
        comment.createdAt(),
        editableUntil,
        comment.appeal() == null ? null : comment.appeal().wireName());
  }

  static String state(Status status) {
    return switch (status) {
      case APPROVED -> "published";
      case HELD -> "held";
      case REJECTED -> "rejected";
      case WITHDRAWN -> "withdrawn";
      case ERASED -> "erased";
    };
  }

  private static @Nullable Reason reason(Comment comment) {
    if (comment.status() != Status.REJECTED) {
      return null;
    }
    String code = comment.reason() == null ? "other" : comment.reason();
    return new Reason(code, REASONS.getOrDefault(code, OTHER));
  }
}
