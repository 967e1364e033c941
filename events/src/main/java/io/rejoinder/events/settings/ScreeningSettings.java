package io.rejoinder.events.settings;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of what screening goes by. Versions are never changed: a later one replaces it, also
 * where that brings an earlier one back.
 *
 * @param site the pages that it holds for; {@code reviews}
 * @param version counts up from 1; 0 is what ships with the product, and is not written
 * @param targets what the site wants of automatic decisions
 * @param thresholds what follows from the targets
 * @param holds conditions under which a comment waits, whatever its score
 * @param lists words and domains
 * @param rules in the order in which they are asked
 * @param model the version of a model of the installation's own, which takes the place of the
 *     shipped one; absent for that
 * @param by who made this version
 * @param why in their words, at most 500 characters
 * @param restores the version that this one brings back
 * @param at when
 */
public record ScreeningSettings(
    String site,
    int version,
    Targets targets,
    Thresholds thresholds,
    Holds holds,
    Lists lists,
    List<Rule> rules,
    @Nullable String model,
    By by,
    String why,
    @Nullable Integer restores,
    Instant at)
    implements Event {

  /** Copies the rules; absent ones are none. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public ScreeningSettings {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(targets, "targets");
    Objects.requireNonNull(thresholds, "thresholds");
    Objects.requireNonNull(holds, "holds");
    Objects.requireNonNull(lists, "lists");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(at, "at");
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  @Override
  public String key() {
    return site + "/" + version;
  }

  @Override
  public String eventId() {
    return key();
  }
}
