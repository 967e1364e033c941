package io.rejoinder.moderation.model;

/**
 * How much each kind of feature counts before anything is learned. Which profile fits is found by
 * cross-validation on the training texts alone.
 */
enum Profile {

  /** All alike, as in messages. */
  EVEN(1, 1, 1, 1, 1, 1, 0.5f, 0.5f),

  /** Advertising that has its phrases, whatever the page is about. */
  PHRASES(1, 2, 1, 1, 0.5f, 0.5f, 0.25f, 0),

  /** Insults: single words, and parts of words. */
  WORDS(2, 0.5f, 0.3f, 1, 2, 0.3f, 0.5f, 0);

  private final float word;
  private final float pair;
  private final float skip;
  private final float role;
  private final float part;
  private final float stream;
  private final float shape;
  private final float figure;

  Profile(
      float word,
      float pair,
      float skip,
      float role,
      float part,
      float stream,
      float shape,
      float figure) {
    this.word = word;
    this.pair = pair;
    this.skip = skip;
    this.role = role;
    this.part = part;
    this.stream = stream;
    this.shape = shape;
    this.figure = figure;
  }

  /** What each of so many features of a kind counts. */
  float value(Kind kind, int features) {
    float weight =
        switch (kind) {
          case WORD -> word;
          case PAIR -> pair;
          case SKIP -> skip;
          case ROLE -> role;
          case PART -> part;
          case STREAM -> stream;
          case SHAPE -> shape;
          case FIGURE -> figure;
        };
    return weight * kind.value(features);
  }
}
