package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policy decides on.
 *
 * @param site that it is for
 * @param evidence of all screens
 * @param score what it comes to
 * @param settings by which to decide
 * @param rule whose action follows; null where none applies
 * @param paused why automatic rejection is paused; null while it is not
 */
record Case(
    String site,
    List<Evidence> evidence,
    Score score,
    ScreeningSettings settings,
    @Nullable Rule rule,
    @Nullable String paused) {}
