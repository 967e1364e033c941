package io.rejoinder.moderation.model;

/** What is added to a model's weights, in nats. Immutable and threadsafe. */
public interface Delta {

  /** Nothing. */
  Delta NONE =
      new Delta() {
        @Override
        public float weight(int place) {
          return 0;
        }

        @Override
        public double bias() {
          return 0;
        }
      };

  /** For a value of 1 at this place of a text's vector. */
  float weight(int place);

  /** Whatever the text says. */
  double bias();
}
