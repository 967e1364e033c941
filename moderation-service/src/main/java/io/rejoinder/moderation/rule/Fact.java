package io.rejoinder.moderation.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that rules can ask for.
 *
 * @param name as expressions spell it: {@code evidence.links.links}
 * @param type int, double, string or bool
 * @param meaning for people
 * @param value null where it is not known
 */
record Fact(String name, CelType type, String meaning, Function<Facts, @Nullable Object> value) {

  /** A text that the comment itself has. */
  static Fact text(String name, String meaning, Function<Facts, @Nullable Object> value) {
    return new Fact(name, SimpleType.STRING, meaning, value);
  }

  /** A whole number out of a screen's values. */
  static Fact count(String name, String screen, String key, String meaning) {
    return new Fact(name, SimpleType.INT, meaning, facts -> facts.count(screen, key));
  }

  /** Whether a screen's value is "1". */
  static Fact flag(String name, String screen, String key, String meaning) {
    return new Fact(name, SimpleType.BOOL, meaning, facts -> flag(facts.value(screen, key)));
  }

  /** A share or probability out of a screen's values. */
  static Fact share(String name, String screen, String key, String meaning) {
    return new Fact(name, SimpleType.DOUBLE, meaning, facts -> real(facts.value(screen, key)));
  }

  /** What a screen's finding weighs. */
  static Fact weight(String name, String screen) {
    return new Fact(
        name,
        SimpleType.DOUBLE,
        "weight of what the screen " + screen + " found, in nats; positive speaks against it",
        facts -> facts.weight(screen));
  }

  private static @Nullable Boolean flag(@Nullable String text) {
    return text == null ? null : (Boolean) text.equals("1");
  }

  private static @Nullable Double real(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
