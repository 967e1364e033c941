package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;
import java.util.Optional;

/** What decisions have taught so far. Threadsafe. */
@FunctionalInterface
public interface Corrections {

  /** Nobody has decided anything, and nobody will. */
  Corrections NONE = question -> Optional.empty();

  /** The newest correction of a question's model; empty where no model ships for it. */
  Optional<Correction> correction(Question question);
}
