package io.rejoinder.moderation.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The regular expressions in an expression: literals, compiled by RE2/J, whose time is linear in
 * the text and in the size of its program. An instance is for one thread.
 */
final class Patterns {

  /** Instructions of one rule's regular expressions; an ordinary one has some dozens. */
  static final int MOST_INSTRUCTIONS = 1_000;

  private final CelAbstractSyntaxTree tree;
  /** More than a version of the settings has; then all are compiled again as they are asked. */
  private static final int MOST_COMPILED = 2_000;

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private final List<ExpressionFault> faults = new ArrayList<>();
  private int size;

  private Patterns(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  static Patterns in(CelAbstractSyntaxTree tree) {
    Patterns patterns = new Patterns(tree);
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .filter(node -> node.call().function().equals("matches"))
        .forEach(node -> patterns.add(node.call().args().get(0)));
    if (patterns.size > MOST_INSTRUCTIONS) {
      patterns.fault(
          tree.getExpr(),
          "the regular expressions are too large: %d instructions (expected: at most %d)"
              .formatted(patterns.size, MOST_INSTRUCTIONS));
    }
    return patterns;
  }

  /** Whether the pattern, which an expression has been checked with, is found in the text. */
  static boolean find(String text, String pattern) {
    return compiled(pattern).matcher(text).find();
  }

  private static Pattern compiled(String pattern) {
    if (COMPILED.size() > MOST_COMPILED) {
      COMPILED.clear();
    }
    return COMPILED.computeIfAbsent(pattern, Pattern::compile);
  }

  List<ExpressionFault> faults() {
    return faults;
  }

  /** Instructions of all, together. */
  int size() {
    return size;
  }

  private void add(CelExpr pattern) {
    if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
        || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      fault(pattern, "a regular expression is written out, not computed");
      return;
    }
    String text = pattern.constant().stringValue();
    try {
      size += Pattern.compile(text).programSize();
    } catch (PatternSyntaxException e) {
      fault(pattern, "no regular expression of RE2: " + e.getDescription());
    }
  }

  private void fault(CelExpr at, String message) {
    int offset = tree.getSource().getPositionsMap().getOrDefault(at.id(), 0);
    CelSourceLocation place =
        tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    faults.add(new ExpressionFault(place.getLine(), place.getColumn() + 1, message));
  }
}
