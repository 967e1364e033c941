package io.rejoinder.moderation.screening;

import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.learning.Correction;
import java.util.Optional;

/** What the site's decisions have taught a model. Threadsafe. */
interface Corrections {

  /** Nothing was taught. */
  Corrections NONE =
      new Corrections() {
        @Override
        public Optional<Correction> current(Question question) {
          return Optional.empty();
        }

        @Override
        public Optional<Correction> at(Question question, long number) {
          return Optional.empty();
        }
      };

  /** The newest. */
  Optional<Correction> current(Question question);

  /** The one that a decision names; empty where it cannot be made again. */
  Optional<Correction> at(Question question, long number);
}
