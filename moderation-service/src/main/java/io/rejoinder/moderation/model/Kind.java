package io.rejoinder.moderation.model;

/** The kinds of features. Another kind's features hash to other places. */
enum Kind {
  WORD('w'),
  PAIR('b'),
  SKIP('k'),
  ROLE('r'),
  PART('p'),
  STREAM('s'),
  SHAPE('f'),
  FIGURE('n');

  /** For kinds whose number of features is no measure. */
  private static final float EACH = 0.35f;

  /** A short text says less: with fewer features than this, squared, a kind counts less. */
  private static final float MANY = 6;

  private final char mark;

  Kind(char mark) {
    this.mark = mark;
  }

  char mark() {
    return mark;
  }

  /**
   * What each of so many features of this kind counts: so that the kind has the same length in all
   * texts, or less where the text is short.
   */
  float value(int features) {
    if (this == ROLE || this == SHAPE || this == FIGURE) {
      return EACH;
    }
    float root = (float) Math.sqrt(features);
    return root > 0 ? 1 / root * Math.min(1, (1 + root / MANY) / 2) : 0;
  }
}
