package io.rejoinder.moderation.settings;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.settings.Targets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings as an administrator writes them. All parts but the model are required, so that what was
 * forgotten is not taken for emptied.
 *
 * @param targets what the site wants of automatic decisions
 * @param holds conditions under which a comment waits
 * @param lists words and domains
 * @param rules in the order in which they are asked
 * @param model the version of one of this installation's own models; the shipped one without
 */
public record Draft(
    @Nullable Targets targets,
    @Nullable Holds holds,
    @Nullable Lists lists,
    @Nullable List<Rule> rules,
    @Nullable String model) {

  /** What of a version can be written. */
  static Draft of(ScreeningSettings settings) {
    return new Draft(
        settings.targets(), settings.holds(), settings.lists(), settings.rules(), settings.model());
  }

  /**
   * The version that these make, saved or only tried. Compiles the rules: some milliseconds each.
   *
   * @throws io.rejoinder.moderation.problem.Problem naming everything that is out of bounds
   */
  public ScreeningSettings version(int number, OperatingPoints points, Made made) {
    new DraftChecks(points.models()).all(this);
    Targets wanted = Objects.requireNonNull(targets);
    return new ScreeningSettings(
        ShippedSettings.SITE,
        number,
        wanted,
        points.from(wanted, model),
        Objects.requireNonNull(holds),
        CleanLists.of(Objects.requireNonNull(lists)),
        Objects.requireNonNull(rules),
        model,
        made.by(),
        made.why(),
        made.restores(),
        made.at());
  }

  /**
   * How a version came to be.
   *
   * @param by who made it
   * @param why in their words
   * @param restores the version that it brings back
   * @param at when
   */
  public record Made(By by, String why, @Nullable Integer restores, Instant at) {}
}
