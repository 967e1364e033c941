package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What screens and policy say of a revision.
 *
 * @param outcome approved, held or rejected
 * @param reason the policy's code, for a rejection
 * @param why one sentence for a person
 * @param versions of what ruled, by name
 * @param evidence of all screens
 * @param sampled that it was drawn for the sample which people judge; null for nearly all
 */
public record Ruling(
    Status outcome,
    @Nullable String reason,
    String why,
    Map<String, String> versions,
    List<Evidence> evidence,
    @Nullable Sample sampled) {

  /** A ruling that is not sampled. */
  public Ruling(
      Status outcome,
      @Nullable String reason,
      String why,
      Map<String, String> versions,
      List<Evidence> evidence) {
    this(outcome, reason, why, versions, evidence, null);
  }
}
