package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.events.comment.Appealed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it comes: nothing in it is checked yet.
 *
 * @param text why the comment should be shown
 * @param revision the number of the rejected revision, as its author saw it
 */
record AppealDraft(@Nullable String text, @Nullable Integer revision) {

  @Nullable String strippedText() {
    String stripped = Checks.stripped(text);
    return stripped.isEmpty() ? null : stripped;
  }

  int basedOn() {
    return revision == null ? 0 : revision;
  }

  void check(List<FieldError> errors) {
    String said = strippedText();
    int length = said == null ? 0 : said.codePointCount(0, said.length());
    if (length > Appealed.LONGEST) {
      errors.add(
          new FieldError("text", "length " + length, "0.." + Appealed.LONGEST + " code points"));
    }
    if (basedOn() < 1) {
      errors.add(new FieldError("revision", Integer.toString(basedOn()), "1 or more"));
    }
  }
}
