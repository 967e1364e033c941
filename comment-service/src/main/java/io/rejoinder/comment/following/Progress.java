package io.rejoinder.comment.following;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the messages about a window came, as it stands beside the group's offset in the broker:
 * whoever goes on, after a crash or elsewhere, makes the same window and leaves out who was told.
 *
 * @param end the offset behind the window
 * @param after the id of the last one, in the order of ids, up to whom all were told
 */
record Progress(long end, String after) {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{32})");

  String text() {
    return end + " " + after;
  }

  static Optional<Progress> of(String text) {
    Matcher found = SHAPE.matcher(text);
    return found.matches()
        ? Optional.of(new Progress(Long.parseLong(found.group(1)), found.group(2)))
        : Optional.empty();
  }
}
