package io.rejoinder.review.importing;

/**
 * Something odd in a file. Holds no text of a comment and nothing about its author.
 *
 * @param line where it begins in the file
 * @param what an item by its title, a comment by its number
 * @param kind what was done about it
 * @param why the reason
 */
public record Finding(int line, String what, Kind kind, String why) {

  /** What was done. */
  public enum Kind {
    /** It was left out. */
    SKIPPED,
    /** It was imported, changed. */
    CHANGED
  }

  @Override
  public String toString() {
    return "line %d: %s %s: %s"
        .formatted(line, what, kind == Kind.SKIPPED ? "skipped" : "changed", why);
  }
}
