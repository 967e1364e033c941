package io.rejoinder.moderation.settings;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.settings.Targets;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.model.ShippedModel;
import java.time.Instant;
import java.util.List;

/** Settings for tests. */
public final class Drafts {

  /** As the product has them. */
  static final OperatingPoints POINTS = points();

  private static OperatingPoints points() {
    ShippedModel shipped = ShippedModel.load();
    return new ByModel(Models.of(shipped, null));
  }

  private static final Targets TARGETS = new Targets(0.99, 0.01, 0.01);
  private static final Holds HOLDS = new Holds(false, 0, null, null);

  private Drafts() {}

  /** With these rules and nothing else. */
  public static Draft rules(Rule... rules) {
    return new Draft(TARGETS, HOLDS, Lists.NONE, List.of(rules), null);
  }

  static Draft holds(Holds holds) {
    return new Draft(TARGETS, holds, Lists.NONE, List.of(), null);
  }

  static Draft lists(Lists lists) {
    return new Draft(TARGETS, HOLDS, lists, List.of(), null);
  }

  /** A version of this number. */
  public static ScreeningSettings version(int number, Draft draft) {
    Draft.Made made = new Draft.Made(By.moderator("a1", "anna"), "a test", null, Instant.EPOCH);
    return draft.version(number, POINTS, made);
  }

  /** An enabled rule. */
  public static Rule rule(String id, String expression, Rule.Action action) {
    return new Rule(id, id, expression, action, Rule.Mode.ENABLED);
  }
}
