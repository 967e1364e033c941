package io.rejoinder.moderation.model;

/**
 * How much each kind of feature counts before anything is learned. Which profile fits is found by
 * cross-validation on the training texts alone.
 */
enum Profile {

  /** All alike. */
  EVEN(1, 1, 1, 1, 1, 1, 0.5f),

  /** Advertising that has its phrases, whatever the page is about. */
  PHRASES(1, 2, 1, 1, 0.5f, 0.5f, 0.25f),

  /** Insults: single words, and parts of words. */
  WORDS(2, 0.5f, 0.3f, 1, 2, 0.3f, 0.5f);

  final float word;
  final float pair;
  final float skip;
  final float role;
  final float part;
  final float stream;
  final float shape;

  Profile(float word, float pair, float skip, float role, float part, float stream, float shape) {
    this.word = word;
    this.pair = pair;
    this.skip = skip;
    this.role = role;
    this.part = part;
    this.stream = stream;
    this.shape = shape;
  }
}
