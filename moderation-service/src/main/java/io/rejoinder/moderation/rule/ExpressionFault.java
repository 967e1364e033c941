package io.rejoinder.moderation.rule;

/**
 * Why an expression is no rule.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param message one sentence for a person
 */
public record ExpressionFault(int line, int column, String message) {}
