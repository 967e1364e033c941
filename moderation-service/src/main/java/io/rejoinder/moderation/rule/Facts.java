package io.rejoinder.moderation.rule;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules are asked about.
 *
 * @param text the raw text of the revision
 * @param thread the thread that it answers in
 * @param author who wrote it
 * @param evidence of all screens
 * @param spam the calibrated probability that it is spam; null where there is none
 * @param toxic the calibrated probability that it is toxic; null where there is none
 */
public record Facts(
    String text,
    String thread,
    Author author,
    List<Evidence> evidence,
    @Nullable Double spam,
    @Nullable Double toxic) {

  /** What a screen drew a finding from; null where the screen or the value is not there. */
  @Nullable String value(String screen, String name) {
    for (Evidence one : evidence) {
      if (one.screen().equals(screen)) {
        return one.values().get(name);
      }
    }
    return null;
  }

  /** What a screen's finding weighs; null where the screen is not there. */
  @Nullable Double weight(String screen) {
    for (Evidence one : evidence) {
      if (one.screen().equals(screen)) {
        return one.weight();
      }
    }
    return null;
  }
}
