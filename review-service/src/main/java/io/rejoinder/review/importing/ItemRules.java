package io.rejoinder.review.importing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which items of an export become reviews. */
final class ItemRules {

  private final Set<String> postTypes;

  ItemRules(Set<String> postTypes) {
    this.postTypes = new TreeSet<>(postTypes);
  }

  /**
   * Why an item is left out; empty where it becomes a review. What is not published there must not
   * become public here, so a status that is not known is left out.
   *
   * @param comments how many of its comments come in
   */
  Optional<String> refusal(WxrItem item, int comments) {
    String type = item.field("post_type").toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !postTypes.contains(type)) {
      return Optional.of(
          "of type %s (imported: %s)"
              .formatted(PlainText.of(type, 40), String.join(", ", postTypes)));
    }
    String status = item.field("status").toLowerCase(Locale.ROOT);
    if (!status.isEmpty() && !status.equals("publish") && !status.equals("published")) {
      return Optional.of("not published there (status %s)".formatted(PlainText.of(status, 40)));
    }
    if (!item.field("post_password").isEmpty()) {
      return Optional.of("protected by a password there");
    }
    if (OriginIds.of(item).isEmpty()) {
      return Optional.of("neither a link nor an id to know it by");
    }
    if (item.contentLength() > WxrItem.MAX_CONTENT) {
      return Optional.of(
          "text of %d characters (expected: at most %d)"
              .formatted(item.contentLength(), WxrItem.MAX_CONTENT));
    }
    return comments == 0 && PostHtml.of(item).isEmpty()
        ? Optional.of("neither content nor comments")
        : Optional.empty();
  }
}
