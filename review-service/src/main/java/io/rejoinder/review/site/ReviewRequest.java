package io.rejoinder.review.site;

import io.rejoinder.review.site.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as its critic sends it; what is missing is empty.
 *
 * @param title 1 to 300 code points
 * @param film 0 to 300 code points
 * @param critic 1 to 80 code points
 * @param text Markdown, 1 to 50,000 code points: rendered and as written it fits into one record
 */
record ReviewRequest(String title, String film, String critic, String text) {

  private static final int MAX_TITLE = 300;
  private static final int MAX_CRITIC = 80;
  static final int MAX_TEXT = 50_000;

  @SuppressWarnings("NullAway") // Jackson and the form binder pass null for what is missing.
  ReviewRequest(
      @Nullable String title,
      @Nullable String film,
      @Nullable String critic,
      @Nullable String text) {
    this.title = line(title);
    this.film = line(film);
    this.critic = line(critic);
    this.text = text == null ? "" : text.strip();
  }

  private static String line(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[\\s\\p{Cc}]+", " ").strip();
  }

  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    check(errors, "title", title, 1, MAX_TITLE);
    check(errors, "film", film, 0, MAX_TITLE);
    check(errors, "critic", critic, 1, MAX_CRITIC);
    check(errors, "text", text, 1, MAX_TEXT);
    return errors;
  }

  private static void check(List<FieldError> errors, String field, String value, int min, int max) {
    int length = value.codePointCount(0, value.length());
    if (length < min || length > max) {
      errors.add(new FieldError(field, "length " + length, min + ".." + max));
    }
  }
}
