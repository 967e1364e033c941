package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit as it comes: nothing in it is checked yet.
 *
 * @param text the new text
 * @param revision the number of the revision that the author saw
 */
record Edit(@Nullable String text, @Nullable Integer revision) {

  String strippedText() {
    return Checks.stripped(text);
  }

  int basedOn() {
    return revision == null ? 0 : revision;
  }

  void check(Limits limits, List<FieldError> errors) {
    Checks.text("text", strippedText(), limits.text(), errors);
    if (basedOn() < 1) {
      errors.add(new FieldError("revision", Integer.toString(basedOn()), "1 or more"));
    }
  }
}
