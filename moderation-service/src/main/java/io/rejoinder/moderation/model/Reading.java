package io.rejoinder.moderation.model;

import io.rejoinder.moderation.text.Canonical;
import java.util.List;

/** A text as models read it: the work that they share. For one thread after another. */
public final class Reading {

  private final Features features;
  private final double known;

  private Reading(Features features, double known) {
    this.features = features;
    this.known = known;
  }

  /** A text, of which the canonical form is there already. */
  static Reading of(String raw, Canonical canonical, Vocabulary vocabulary) {
    String text = Markup.textOf(raw);
    Canonical form = text.equals(raw) ? canonical : Canonical.of(text);
    List<String> words = Wording.of(form, vocabulary);
    return new Reading(Features.of(text, words), vocabulary.share(words));
  }

  /** How many of its words the models have read before, as a share. */
  double known() {
    return known;
  }

  Features features() {
    return features;
  }
}
