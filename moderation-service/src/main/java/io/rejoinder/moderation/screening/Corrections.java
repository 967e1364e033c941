package io.rejoinder.moderation.screening;

import io.rejoinder.moderation.learning.Correction;
import io.rejoinder.moderation.learning.ModelId;
import java.util.Optional;

/** What the site's decisions have taught the models. Threadsafe. */
interface Corrections {

  /** Nothing was taught. */
  Corrections NONE =
      new Corrections() {
        @Override
        public Optional<Correction> current(ModelId model) {
          return Optional.empty();
        }

        @Override
        public Optional<Correction> at(ModelId model, long number) {
          return Optional.empty();
        }

        @Override
        public Optional<Correction> asOf(ModelId model, long number) {
          return Optional.empty();
        }
      };

  /** The newest. */
  Optional<Correction> current(ModelId model);

  /** The one that a decision names; empty where it cannot be made again. */
  Optional<Correction> at(ModelId model, long number);

  /** What the model would have been taught by then, had it been here; empty where it is not. */
  Optional<Correction> asOf(ModelId model, long number);
}
