package io.rejoinder.moderation.model;

/** The features of one kind in one text: each once, in order of finding. Immutable. */
final class Block {

  private final Kind kind;
  private final int[] places;

  /** Of these places, which are kept as they are. */
  Block(Kind kind, int[] places) {
    this.kind = kind;
    this.places = places;
  }

  Kind kind() {
    return kind;
  }

  /** How many different features there are. */
  int size() {
    return places.length;
  }

  int place(int at) {
    return places[at];
  }

  /** The sum of the weights at its places, in steps. */
  int steps(Weights weights) {
    int sum = 0;
    for (int place : places) {
      sum += weights.at(place);
    }
    return sum;
  }

  /** The sum of what was taught at its places. */
  double sum(Delta taught) {
    double sum = 0;
    for (int place : places) {
      sum += taught.weight(place);
    }
    return sum;
  }
}
