package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the form was filled: the field that no person sees, and faster than people write. A comment
 * without a form, as a program or a test posts it, is no evidence, and neither is an edit.
 *
 * <p>The weights are chosen: programs fill honeypots and hardly anybody else does; a few people
 * come back to a text that their browser kept, and send it within seconds.
 */
final class FormFacts implements Screen {

  /** Nats, for the honeypot. */
  private static final double HONEYPOT = 4.0;

  /** Nats, for a form sent in less than so many seconds. */
  private static final double FAST = 1.5;

  private static final int FAST_SECONDS = 3;

  @Override
  public String name() {
    return "form";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    Circumstances circumstances = subject.circumstances();
    if (circumstances == null) {
      return Map.of();
    }
    Map<String, String> values = new HashMap<>();
    values.put("honeypot", circumstances.honeypotFilled() ? "1" : "0");
    if (circumstances.formSeconds() != null) {
      values.put("seconds", circumstances.formSeconds().toString());
    }
    return values;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    boolean trapped = Values.number(values, "honeypot") > 0;
    boolean fast = values.containsKey("seconds") && Values.number(values, "seconds") < FAST_SECONDS;
    return new Evidence(
        name(),
        (trapped ? HONEYPOT : 0) + (fast ? FAST : 0),
        sentence(trapped, fast ? Values.text(values, "seconds") + " s" : ""),
        List.of(),
        values);
  }

  private static String sentence(boolean trapped, String time) {
    String filled = trapped ? "a field was filled that no person sees" : "";
    String fast = time.isEmpty() ? "" : "sent " + time + " after the form was shown";
    if (filled.isEmpty() && fast.isEmpty()) {
      return "nothing odd about the form";
    }
    return filled + (filled.isEmpty() || fast.isEmpty() ? "" : ", ") + fast;
  }
}
