package io.rejoinder.moderation.screening;

import java.util.Map;

/**
 * Reads the values that evidence was drawn from. What is absent or unreadable counts as nothing.
 */
final class Values {

  private Values() {}

  /** A whole number; 0 if it is not there. */
  static int number(Map<String, String> values, String name) {
    try {
      return Integer.parseInt(values.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A number; 0 if it is not there. */
  static double decimal(Map<String, String> values, String name) {
    try {
      return Double.parseDouble(values.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A text; empty if it is not there. */
  static String text(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }
}
