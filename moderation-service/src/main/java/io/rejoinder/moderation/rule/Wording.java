package io.rejoinder.moderation.rule;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what the compiler objects to into words for people who write rules now and then. */
final class Wording {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '_?(.+?)_?' applied to '([^']+)'.*");
  private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '(.+)'");
  private static final Pattern EXPECTING = Pattern.compile("(.*?),? expecting .*");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*");

  /** So many letters may differ in a name that is suggested. */
  private static final int NEAR = 3;

  private Wording() {}

  static ExpressionFault of(CelIssue issue, String expression) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    String message = issue.getMessage().replace('\n', ' ');
    return new ExpressionFault(line, column + 1, inWords(message, at(expression, line, column)));
  }

  private static String inWords(String message, String rest) {
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return undeclared(undeclared.group(1), rest);
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "%s does not take %s".formatted(overload.group(1), overload.group(2));
    }
    Matcher result = RESULT.matcher(message);
    if (result.matches()) {
      return "a rule is true or false, and this is of type " + result.group(1);
    }
    if (message.contains("'<EOF>'")) {
      return "something is missing at the end";
    }
    Matcher expecting = EXPECTING.matcher(message);
    return expecting.matches() ? expecting.group(1) : message;
  }

  private static String undeclared(String reference, String rest) {
    Matcher name = NAME.matcher(rest);
    if (!name.lookingAt() || !(name.group() + ".").startsWith(reference + ".")) {
      return "no such function here: " + reference;
    }
    String near = nearest(name.group());
    return "no such name: " + name.group() + (near == null ? "" : "; is " + near + " meant?");
  }

  private static @Nullable String nearest(String name) {
    String nearest = null;
    int least = NEAR + 1;
    for (String known : Catalogue.facts().keySet()) {
      int distance = distance(name, known);
      if (distance < least) {
        least = distance;
        nearest = known;
      }
    }
    return nearest;
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  /** The expression from a place on; columns count code points. */
  private static String at(String expression, int line, int column) {
    List<String> lines = expression.lines().toList();
    if (line > lines.size()) {
      return "";
    }
    String text = lines.get(line - 1);
    int length = text.codePointCount(0, text.length());
    return text.substring(text.offsetByCodePoints(0, Math.min(column, length)));
  }
}
