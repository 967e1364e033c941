package io.rejoinder.moderation.settings;

import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a request, told at once. For one thread. */
final class Faults {

  /** More than anybody corrects at once. */
  private static final int MOST = 50;

  /** Of a model: what is longer is none. */
  private static final int VERSION = 64;

  private final List<Map<String, Object>> errors = new ArrayList<>();

  void add(String field, Object measure, String bound) {
    add(Map.of("field", field, "value", measure, "bound", bound));
  }

  /** A fault with further members. */
  void add(Map<String, Object> error) {
    if (errors.size() < MOST) {
      errors.add(error);
    }
  }

  int count() {
    return errors.size();
  }

  /** Whether the value is there; a fault if not. */
  boolean present(String field, @Nullable Object value) {
    if (value == null) {
      add(field, "absent", "required");
    }
    return value != null;
  }

  void length(String field, String value, int most) {
    int length = value.codePointCount(0, value.length());
    if (length < 1 || length > most) {
      add(field, length + " characters", "1.." + most + " characters");
    }
  }

  void within(String field, double value, double least, double most) {
    // Written so that what is no number is a fault, too.
    if (!(value >= least && value <= most)) {
      add(field, value, least + ".." + most);
    }
  }

  void within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      add(field, value, least + ".." + most);
    }
  }

  /** A model that is none of the installation's own. */
  void model(@Nullable String version, Set<String> own) {
    String known = own.isEmpty() ? "there are none" : String.join(", ", own);
    add(
        "model",
        shortened(String.valueOf(version)),
        "absent for the shipped one, or one of this instance's own: " + known);
  }

  private static String shortened(String text) {
    return text.length() <= VERSION ? text : text.length() + " characters";
  }

  /** Throws a problem that names them all, if there are any. */
  void raise() {
    if (!errors.isEmpty()) {
      throw problem();
    }
  }

  /** Names them all. */
  Problem problem() {
    return new Problem(ProblemType.INVALID_REQUEST, null).with("errors", List.copyOf(errors));
  }
}
