package io.rejoinder.comment.report;

import io.rejoinder.comment.edge.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it comes: nothing in it is checked yet.
 *
 * @param reason a code
 * @param text what the reader adds
 */
record Draft(@Nullable String reason, @Nullable String text) {

  /** The codes, which are those of a moderator's rejection. */
  static final List<String> REASONS =
      List.of("spam", "abuse", "off-topic", "spoiler", "personal-data", "other");

  @Nullable String strippedText() {
    String stripped = text == null ? "" : text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  String code() {
    return reason == null ? "" : reason;
  }

  List<FieldError> errors(int longest) {
    List<FieldError> errors = new ArrayList<>(0);
    if (!REASONS.contains(code())) {
      errors.add(
          new FieldError(
              "reason", "length " + code().length(), "one of " + String.join(", ", REASONS)));
    }
    String added = strippedText();
    int length = added == null ? 0 : added.codePointCount(0, added.length());
    if (length > longest) {
      errors.add(new FieldError("text", "length " + length, "0.." + longest + " code points"));
    }
    return errors;
  }
}
