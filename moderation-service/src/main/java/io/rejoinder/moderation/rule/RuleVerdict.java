package io.rejoinder.moderation.rule;

import io.rejoinder.events.settings.Rule;

/**
 * What a rule says of a revision.
 *
 * @param rule the rule
 * @param result whether its expression holds
 */
public record RuleVerdict(Rule rule, Truth result) {

  /** Whether what the rule asks for follows. */
  public boolean acts() {
    return rule.mode() == Rule.Mode.ENABLED && result == Truth.TRUE;
  }
}
