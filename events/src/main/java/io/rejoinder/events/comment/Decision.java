package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision on one revision, with what it was drawn from.
 *
 * @param number counts up from 1 for each comment
 * @param revision the revision that was judged
 * @param outcome approved, held or rejected
 * @param by who or what decided
 * @param reason the policy's code for a rejection; {@link #ESCALATED} where a moderator passes the
 *     comment on
 * @param why one sentence for a person
 * @param undoes the number of the decision that this one took back
 * @param versions what decided, by name: {@code policy}, {@code words}, later {@code rules}, {@code
 *     model}
 * @param evidence of all screens; empty where a person decided, and in decisions that were
 *     summarised
 * @param at when
 * @param sampled that this automatic approval or rejection goes to moderators, who are not told of
 *     it; null for nearly all
 * @param batch the id of the batch of decisions that it is part of; null for nearly all
 */
public record Decision(
    int number,
    int revision,
    Status outcome,
    By by,
    @Nullable String reason,
    String why,
    @Nullable Integer undoes,
    Map<String, String> versions,
    List<Evidence> evidence,
    Instant at,
    @Nullable Sample sampled,
    @Nullable String batch) {
  /** Copies the collections; absent ones are empty. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public Decision {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(at, "at");
    versions = versions == null ? Map.of() : Map.copyOf(versions);
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }

  /** The reason of a decision by which a moderator passes a comment on to somebody else. */
  public static final String ESCALATED = "escalated";

  /** Whether a moderator passes the comment on, which says nothing of it. */
  public boolean escalates() {
    return outcome == Status.HELD && ESCALATED.equals(reason);
  }

  /** A decision that is not sampled. */
  public Decision(
      int number,
      int revision,
      Status outcome,
      By by,
      @Nullable String reason,
      String why,
      @Nullable Integer undoes,
      Map<String, String> versions,
      List<Evidence> evidence,
      Instant at) {
    this(number, revision, outcome, by, reason, why, undoes, versions, evidence, at, null, null);
  }

  /** The same without its evidence, as older decisions are kept. */
  public Decision summarised() {
    return new Decision(
        number, revision, outcome, by, reason, why, undoes, versions, List.of(), at, sampled,
        batch);
  }

  /** A decision that is part of no batch. */
  public Decision(
      int number,
      int revision,
      Status outcome,
      By by,
      @Nullable String reason,
      String why,
      @Nullable Integer undoes,
      Map<String, String> versions,
      List<Evidence> evidence,
      Instant at,
      @Nullable Sample sampled) {
    this(number, revision, outcome, by, reason, why, undoes, versions, evidence, at, sampled, null);
  }
}
