package io.rejoinder.moderation.model;

import io.rejoinder.moderation.link.References;
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

  /** A text, of which the canonical form and what it refers to are there already. */
  static Reading of(String raw, Canonical canonical, References references, Vocabulary vocabulary) {
    String text = Markup.textOf(raw);
    boolean markup = !text.equals(raw);
    Canonical form = markup ? Canonical.of(text) : canonical;
    int links = (markup ? References.in(text) : references).links().size();
    List<String> words = Wording.of(form, vocabulary);
    return new Reading(Features.of(text, words, links), vocabulary.share(words));
  }

  /** How many of its words the models have read before, as a share. */
  double known() {
    return known;
  }

  Features features() {
    return features;
  }
}
