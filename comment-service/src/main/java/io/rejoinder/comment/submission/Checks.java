package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what was sent against its bounds. Errors carry the measure, never the content. */
final class Checks {

  private static final int MAX_KEY = 200;

  private Checks() {}

  static String stripped(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  static void text(String field, String text, int most, List<FieldError> errors) {
    int length = text.codePointCount(0, text.length());
    if (length > most || invisible(text)) {
      int measure = length > most ? length : 0;
      errors.add(
          new FieldError(field, "length " + measure, "1..%d visible code points".formatted(most)));
    }
  }

  static void name(String field, String name, int most, List<FieldError> errors) {
    text(field, name, most, errors);
    long controls = name.chars().filter(Character::isISOControl).count();
    if (controls > 0) {
      errors.add(new FieldError(field, controls + " control characters", "none"));
    }
  }

  static void email(String field, @Nullable String email, int most, List<FieldError> errors) {
    if (email == null) {
      return;
    }
    if (email.length() > most) {
      errors.add(
          new FieldError(
              field, "length " + email.length(), "at most %d characters".formatted(most)));
      return;
    }
    int at = email.lastIndexOf('@');
    boolean odd =
        email.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    if (at < 1 || at == email.length() - 1 || odd) {
      errors.add(new FieldError(field, "length " + email.length(), "name@host"));
    }
  }

  static void idempotencyKey(@Nullable String key, List<FieldError> errors) {
    if (key == null) {
      return;
    }
    boolean printable = key.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (key.isEmpty() || key.length() > MAX_KEY || !printable) {
      errors.add(
          new FieldError(
              "Idempotency-Key",
              "length " + key.length(),
              "1..%d printable ASCII characters".formatted(MAX_KEY)));
    }
  }

  /** Whether nothing of a text can be seen: blank, or joiners and marks of direction alone. */
  private static boolean invisible(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isISOControl(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }
}
