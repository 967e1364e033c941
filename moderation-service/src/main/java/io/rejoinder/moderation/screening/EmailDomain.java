package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.Evidence;
import java.util.List;
import java.util.Map;

/**
 * An e-mail address of a domain that gives them for minutes. Some who use one only guard their
 * letter box, so that it never decides alone; the address and its domain are not known here.
 */
final class EmailDomain implements Screen {

  /** Nats; chosen, as no labelled collection has addresses. */
  private static final double DISPOSABLE = 1.0;

  @Override
  public String name() {
    return "email";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    Circumstances circumstances = subject.circumstances();
    return circumstances == null
        ? Map.of()
        : Map.of("disposable", circumstances.disposableEmail() ? "1" : "0");
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    boolean disposable = Values.number(values, "disposable") > 0;
    return new Evidence(
        name(),
        disposable ? DISPOSABLE : 0,
        disposable ? "a disposable e-mail address" : "no disposable e-mail address",
        List.of(),
        values);
  }
}
