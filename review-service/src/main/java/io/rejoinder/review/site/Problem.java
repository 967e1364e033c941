package io.rejoinder.review.site;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * An answer that is an error, by RFC 9457. Its type is {@code /problems/<slug>}; {@link
 * ProblemTypes} has the words.
 */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String slug;
  private final transient List<FieldError> errors;

  Problem(HttpStatus status, String slug, FieldError... errors) {
    super(slug);
    this.status = status;
    this.slug = slug;
    this.errors = List.of(errors);
  }

  HttpStatus status() {
    return status;
  }

  String slug() {
    return slug;
  }

  List<FieldError> errors() {
    return errors;
  }

  /**
   * What is wrong with a field.
   *
   * @param field its name
   * @param value its measure, never its text
   * @param bound what was expected
   */
  record FieldError(String field, String value, String bound) {

    /** For a person. */
    public String sentence() {
      return value + " (expected: " + bound + ")";
    }
  }
}
