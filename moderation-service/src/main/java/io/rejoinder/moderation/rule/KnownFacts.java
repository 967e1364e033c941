package io.rejoinder.moderation.rule;

import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The facts about one revision, each looked up once for all rules. For one thread. */
final class KnownFacts implements CelVariableResolver {

  private final Facts facts;
  private final Map<String, Optional<Object>> known = new HashMap<>();

  KnownFacts(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Object> find(String name) {
    return known.computeIfAbsent(name, this::look);
  }

  private Optional<Object> look(String name) {
    Fact fact = Catalogue.facts().get(name);
    return fact == null ? Optional.empty() : Optional.ofNullable(fact.value().apply(facts));
  }
}
