package io.rejoinder.events.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A rule as data: when its expression is true of a comment and its evidence, its action follows.
 *
 * @param id stays the same over versions; letters, digits and hyphens
 * @param name for people
 * @param expression in CEL, of type bool
 * @param action what follows
 * @param mode whether it does
 */
public record Rule(String id, String name, String expression, Action action, Mode mode) {
  /** Checks that all is there. */
  public Rule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(mode, "mode");
  }

  /** What a rule asks for. A rejection outweighs a hold, a hold an approval. */
  public enum Action {
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("reject")
    REJECT
  }

  /** How far a rule has come. */
  public enum Mode {
    /** Not asked. */
    @JsonProperty("off")
    OFF,
    /** Asked and recorded; nothing follows. */
    @JsonProperty("shadow")
    SHADOW,
    /** Asked, and what it asks for follows. */
    @JsonProperty("enabled")
    ENABLED
  }
}
