package io.rejoinder.moderation.rule;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of CEL that rules are written in: typed names, operators, and functions of texts. There
 * are no loops (no macros, no comprehensions), nothing that takes values of any type, and regular
 * expressions are literals, so that what an expression costs is bounded by its length and the
 * text's. The bounds on parsing keep a hostile expression from costing more than a long one.
 */
final class Language {

  static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(2_000)
          .maxParseRecursionDepth(50)
          .enableComprehension(false)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  /** The overload of {@code text.matches(pattern)}, which is bound to RE2/J. */
  private static final String MATCHES = "text_matches";

  private static final List<StandardFunction> FUNCTIONS =
      List.of(
          StandardFunction.LOGICAL_NOT,
          StandardFunction.LOGICAL_AND,
          StandardFunction.LOGICAL_OR,
          StandardFunction.CONDITIONAL,
          StandardFunction.EQUALS,
          StandardFunction.NOT_EQUALS,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS,
          StandardFunction.IN,
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.MULTIPLY,
          StandardFunction.DIVIDE,
          StandardFunction.MODULO,
          StandardFunction.NEGATE,
          StandardFunction.SIZE,
          StandardFunction.CONTAINS,
          StandardFunction.STARTS_WITH,
          StandardFunction.ENDS_WITH);

  private Language() {}

  /** What an expression means, or why it means nothing. */
  static Read read(String expression) {
    CelValidationResult result = Compiler.INSTANCE.compile(expression);
    if (result.hasError()) {
      return new Read(
          null,
          result.getErrors().stream().map(issue -> Wording.of(issue, expression)).toList(),
          0);
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      Patterns patterns = Patterns.in(tree);
      List<ExpressionFault> faults = new ArrayList<>(patterns.faults());
      return new Read(faults.isEmpty() ? tree : null, faults, patterns.size());
    } catch (dev.cel.common.CelValidationException e) {
      throw new IllegalStateException("an expression without errors is not valid", e);
    }
  }

  /**
   * An expression as it was read.
   *
   * @param tree checked; null where there are faults
   * @param faults why it is no rule
   * @param instructions of the regular expressions in it
   */
  record Read(
      @Nullable CelAbstractSyntaxTree tree,
      List<ExpressionFault> faults,
      int instructions) {}

  /** What checked expressions are run by. */
  static CelRuntime runtime() {
    return Runtime.INSTANCE;
  }

  /** Made when the first rule is read: it takes most of a second. */
  private static final class Compiler {

    static final CelCompiler INSTANCE = make();

    private static CelCompiler make() {
      CelCompilerBuilder builder =
          CelCompilerFactory.standardCelCompilerBuilder()
              .setOptions(OPTIONS)
              .setStandardMacros()
              .setStandardEnvironmentEnabled(false)
              .setStandardDeclarations(
                  CelStandardDeclarations.newBuilder().includeFunctions(FUNCTIONS).build())
              .addFunctionDeclarations(
                  CelFunctionDecl.newFunctionDeclaration(
                      "matches",
                      CelOverloadDecl.newMemberOverload(
                          MATCHES, SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
              .setResultType(SimpleType.BOOL);
      Catalogue.facts().values().forEach(fact -> builder.addVar(fact.name(), fact.type()));
      return builder.build();
    }
  }

  /** Made with the first rule, too. */
  private static final class Runtime {

    static final CelRuntime INSTANCE =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(
                CelFunctionBinding.from(MATCHES, String.class, String.class, Patterns::find))
            .build();
  }
}
