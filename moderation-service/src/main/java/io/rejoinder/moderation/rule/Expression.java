package io.rejoinder.moderation.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelReference;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression, ready to be asked. Knows which facts it turns on: those that are missing are told
 * to the evaluation, which carries them through as unknown. Threadsafe.
 */
final class Expression {

  private final CelRuntime.Program program;
  private final List<Use> uses;

  private Expression(CelRuntime.Program program, List<Use> uses) {
    this.program = program;
    this.uses = uses;
  }

  /** The expression of a checked tree. */
  static Expression of(CelAbstractSyntaxTree tree) {
    List<Use> uses =
        tree.getReferenceMap().values().stream()
            .map(CelReference::name)
            .filter(Catalogue.facts()::containsKey)
            .distinct()
            .map(name -> new Use(name, CelAttributePattern.fromQualifiedIdentifier(name)))
            .toList();
    try {
      return new Expression(Language.runtime().createProgram(tree), uses);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression has no program", e);
    }
  }

  /** Whether it holds. */
  Truth of(KnownFacts facts) {
    List<CelAttributePattern> missing = new ArrayList<>(uses.size());
    for (Use use : uses) {
      if (facts.find(use.name()).isEmpty()) {
        missing.add(use.attribute());
      }
    }
    try {
      Object result =
          missing.isEmpty() ? program.eval(facts) : program.eval(PartialVars.of(facts, missing));
      return result instanceof Boolean holds ? (holds ? Truth.TRUE : Truth.FALSE) : Truth.UNKNOWN;
    } catch (CelEvaluationException e) {
      // A division by zero, an overflow: there is no result, so it is not known.
      return Truth.UNKNOWN;
    }
  }

  private record Use(String name, CelAttributePattern attribute) {}
}
