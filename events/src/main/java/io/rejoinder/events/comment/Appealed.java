package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That the author of a rejected comment has asked for another look.
 *
 * @param revision the revision that was rejected
 * @param version the version of the state that the appeal made: what was decided on an earlier one
 *     did not know of it
 * @param text what the author says; null for nothing, and once withdrawn
 * @param at when
 * @param judges the accounts of the moderators who had rejected it: it is for others to answer
 * @param answer the number of the decision that answered it; null while it is open
 * @param sole whether one of the judges answered it, because there was nobody else; null otherwise
 */
public record Appealed(
    int revision,
    long version,
    @Nullable String text,
    Instant at,
    List<String> judges,
    @Nullable Integer answer,
    @Nullable Boolean sole) {

  /** Code points that an edge lets an author say: with them a state stays far below 256 KB. */
  public static final int LONGEST = 1_000;

  /** Copies the list; an absent one is empty. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public Appealed {
    Objects.requireNonNull(at, "at");
    judges = judges == null ? List.of() : List.copyOf(judges);
  }

  /** The same answered by a decision. */
  public Appealed answered(int decision, boolean bySole) {
    return new Appealed(revision, version, text, at, judges, decision, bySole ? true : null);
  }

  /** The same after that decision was taken back. */
  public Appealed reopened() {
    return new Appealed(revision, version, text, at, judges, null, null);
  }

  /** That it was, and no longer what was said. */
  public Appealed withoutText() {
    return new Appealed(revision, version, null, at, judges, answer, sole);
  }
}
