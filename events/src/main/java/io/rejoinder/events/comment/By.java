package io.rejoinder.events.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who or what decided.
 *
 * @param kind person or machine
 * @param account the account's id, for a moderator
 * @param name the account's name at that time, for a moderator
 */
public record By(Kind kind, @Nullable String account, @Nullable String name) {

  /** The platform's own screens and policy. */
  public static final By SCREENING = new By(Kind.SCREENING, null, null);

  /** The system that a comment was imported from. */
  public static final By IMPORT = new By(Kind.IMPORT, null, null);

  /** Readers, by the number of their reports: until a moderator has decided. */
  public static final By READERS = new By(Kind.READERS, null, null);

  /** Checks that there is a kind. */
  public By {
    Objects.requireNonNull(kind, "kind");
  }

  /** A moderator. */
  public static By moderator(String account, String name) {
    return new By(Kind.MODERATOR, account, name);
  }

  /** The kinds of deciders. */
  public enum Kind {
    @JsonProperty("screening")
    SCREENING,
    @JsonProperty("moderator")
    MODERATOR,
    @JsonProperty("import")
    IMPORT,
    @JsonProperty("readers")
    READERS;

    /** Whether somebody looked at the comment and judged it, here or where it came from. */
    public boolean judges() {
      return this == MODERATOR || this == IMPORT;
    }
  }
}
