package io.rejoinder.moderation.screening;

/** The model that evidence names is not to be had: another ships now, or an example was erased. */
final class ModelGone extends RuntimeException {

  private static final long serialVersionUID = 1;

  ModelGone(String message) {
    super(message);
  }
}
