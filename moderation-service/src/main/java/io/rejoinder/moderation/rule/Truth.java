package io.rejoinder.moderation.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an expression is: Kleene's three values. */
public enum Truth {
  /** It holds. */
  TRUE,
  /** It does not. */
  FALSE,
  /** It turns on a value that is not there, or on a computation that has no result. */
  UNKNOWN;

  /** As evidence and the API say it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
