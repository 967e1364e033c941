package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import io.rejoinder.moderation.policy.Expectations;
import java.util.List;

/**
 * What targets lead to ({@code Outlook} in the OpenAPI document).
 *
 * @param targets what is wanted
 * @param thresholds what follows from them
 * @param expected shares that these lead to expect
 * @param perDay comments a day, here, lately
 * @param heldPerDay how many of them a moderator will find in the queue, rules and conditional
 *     holds aside
 * @param curve what other thresholds for holding lead to, lowest first
 */
record Outlook(
    Targets targets,
    Thresholds thresholds,
    Expectations.Expected expected,
    double perDay,
    double heldPerDay,
    List<Expectations.Point> curve) {

  static Outlook of(Targets targets, Expectations expectations, double perDay) {
    Thresholds thresholds = expectations.thresholds(targets);
    Expectations.Expected expected = expectations.expected(thresholds);
    return new Outlook(
        targets,
        thresholds,
        expected,
        perDay,
        perDay * (expected.held() + expected.heldAsToxic()),
        expectations.curve());
  }
}
