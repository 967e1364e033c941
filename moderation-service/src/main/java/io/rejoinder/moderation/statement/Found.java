package io.rejoinder.moderation.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.index.Item;

/** Who or what found a comment that was then rejected. */
enum Found {
  /** The platform's screens. */
  @JsonProperty("screening")
  SCREENING,
  /** Readers who reported it: a notice. */
  @JsonProperty("readers")
  READERS,
  /** A moderator. */
  @JsonProperty("moderator")
  MODERATOR,
  /** Whoever decided in the system that it was imported from. */
  @JsonProperty("import")
  IMPORT;

  /**
   * What led to the decision that stands. Where screens and readers did, it was the readers: they
   * report what is shown, so the screens' word had been settled before.
   */
  static Found of(Item item, Item.Decided standing) {
    By.Kind by = standing.by().kind();
    if (by == By.Kind.IMPORT) {
      return IMPORT;
    }
    if (by == By.Kind.SCREENING) {
      return SCREENING;
    }
    if (item.judgedReports() > 0 || stoppedBy(By.Kind.READERS, item, standing)) {
      return READERS;
    }
    return stoppedBy(By.Kind.SCREENING, item, standing) ? SCREENING : MODERATOR;
  }

  /** Whether these kept the same revision from being shown at some time. */
  private static boolean stoppedBy(By.Kind kind, Item item, Item.Decided standing) {
    return item.history().stream()
        .anyMatch(
            one ->
                one.by().kind() == kind
                    && one.revision() == standing.revision()
                    && one.outcome() != Status.APPROVED);
  }
}
