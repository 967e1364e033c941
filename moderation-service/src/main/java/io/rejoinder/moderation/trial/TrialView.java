package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.By;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial as the API shows it.
 *
 * @param id of the trial
 * @param state running, done, stopped or failed
 * @param basedOn the version in force that the candidate was compared with
 * @param model the version of the own model that the candidate names; null for the shipped one
 * @param since revisions written then or later; null for all
 * @param by who asked for it
 * @param at when
 * @param read how much of the log was read
 * @param total of so much; 0 until it is known
 * @param duty the share of its time in which it works: 1 beside an idle service, 0 in a pause
 * @param waiting whether it runs and gives way to live comments now
 * @param counts so far
 */
record TrialView(
    String id,
    String state,
    int basedOn,
    @Nullable String model,
    @Nullable Instant since,
    By by,
    Instant at,
    long read,
    long total,
    double duty,
    boolean waiting,
    Tally.Counts counts) {

  static TrialView of(Trial trial) {
    Trial.Plan plan = trial.plan();
    return new TrialView(
        plan.id(),
        trial.state().word(),
        plan.current().version(),
        plan.candidate().model(),
        plan.since(),
        plan.by(),
        plan.at(),
        trial.read(),
        trial.total(),
        trial.duty(),
        trial.state() == Trial.State.RUNNING && trial.duty() < 1,
        trial.tally().counts());
  }
}
