package io.rejoinder.comment.rendering;

import org.jspecify.annotations.Nullable;

/** The heading of a thread, which counts as blogs do. */
final class Heading {

  private Heading() {}

  static String of(long count, @Nullable String title, Words words) {
    return title == null
        ? words.count("heading.untitled", count)
        : words.count("heading", count, title);
  }
}
