package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policy decides on.
 *
 * @param evidence of all screens
 * @param score what it comes to
 * @param settings by which to decide
 * @param ruled what the rules ask for; null where none applies
 * @param rejects whether the policy may reject without a person
 */
public record Case(
    List<Evidence> evidence,
    Score score,
    ScreeningSettings settings,
    Rule.@Nullable Action ruled,
    boolean rejects) {

  /** The name of the rules' evidence. */
  public static final String RULES = "rules";
}
