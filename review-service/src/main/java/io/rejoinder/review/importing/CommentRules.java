package io.rejoinder.review.importing;

import io.rejoinder.events.comment.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which comments of an export come in, and with what verdict. */
final class CommentRules {

  private static final Set<String> COMMENT_TYPES = Set.of("", "comment", "review");

  private final int maxLength;

  CommentRules(int maxLength) {
    this.maxLength = maxLength;
  }

  /** Why a comment is left out; empty where it comes in. */
  Optional<String> refusal(WxrComment comment, String text) {
    String type = comment.field("type").toLowerCase(Locale.ROOT);
    if (!COMMENT_TYPES.contains(type)) {
      return Optional.of("a " + PlainText.of(type, 40) + ", not a comment");
    }
    if (comment.contentLength() > WxrComment.MAX_CONTENT) {
      return Optional.of(
          "text of %d characters (expected: at most %d)"
              .formatted(comment.contentLength(), WxrComment.MAX_CONTENT));
    }
    if (text.isEmpty()) {
      return Optional.of("no text");
    }
    int length = text.codePointCount(0, text.length());
    return length <= maxLength
        ? Optional.empty()
        : Optional.of("text of %d characters (expected: at most %d)".formatted(length, maxLength));
  }

  /** The verdict there. What is not known is held: a person decides. */
  static Verdict verdict(WxrComment comment) {
    return switch (comment.field("approved").toLowerCase(Locale.ROOT)) {
      case "", "1", "approve", "approved" -> new Verdict(Status.APPROVED, null);
      case "spam" -> new Verdict(Status.REJECTED, "spam");
      case "trash", "post-trashed" -> new Verdict(Status.REJECTED, "other");
      default -> new Verdict(Status.HELD, null);
    };
  }

  /**
   * A verdict.
   *
   * @param reason why it was rejected
   */
  record Verdict(Status status, @Nullable String reason) {}
}
