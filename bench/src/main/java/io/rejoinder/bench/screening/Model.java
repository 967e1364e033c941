package io.rejoinder.bench.screening;

import java.util.List;

/** A trained model: gives a text the calibrated probability that it is positive. */
@FunctionalInterface
interface Model {

  /** From 0 to 1. */
  double probability(String text);

  /** The texts with their probabilities. */
  default List<Scored> score(List<Labelled> texts) {
    return texts.stream().map(one -> new Scored(one.positive(), probability(one.text()))).toList();
  }

  /** How a model comes from labelled texts. The same texts give the same model. */
  @FunctionalInterface
  interface Training {

    /** The model of these texts, which hold both labels. */
    Model of(List<Labelled> texts);
  }
}
