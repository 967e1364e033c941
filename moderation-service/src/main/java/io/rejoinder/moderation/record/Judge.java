package io.rejoinder.moderation.record;

/** Says what becomes of a revision. It never fails: what cannot be judged is held. */
@FunctionalInterface
public interface Judge {

  /** The ruling on a revision. */
  Ruling judge(Candidate candidate);
}
