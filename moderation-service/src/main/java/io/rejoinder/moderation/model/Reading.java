package io.rejoinder.moderation.model;

import io.rejoinder.moderation.link.References;
import io.rejoinder.moderation.model.Wording.Written;
import io.rejoinder.moderation.text.Canonical;
import java.util.List;

/** A text as models read it: the work that they share. For one thread after another. */
public final class Reading {

  private final Features features;
  private final double known;
  private final String text;
  private final Canonical form;
  private final Vocabulary vocabulary;

  private Reading(
      Features features, double known, String text, Canonical form, Vocabulary vocabulary) {
    this.features = features;
    this.known = known;
    this.text = text;
    this.form = form;
    this.vocabulary = vocabulary;
  }

  /** A text, of which the canonical form and what it refers to are there already. */
  static Reading of(String raw, Canonical canonical, References references, Vocabulary vocabulary) {
    String text = Markup.textOf(raw);
    boolean markup = !text.equals(raw);
    Canonical form = markup ? Canonical.of(text) : canonical;
    int links = (markup ? References.in(text) : references).links().size();
    List<String> words = Wording.of(form, vocabulary);
    return new Reading(
        Features.of(text, words, links), vocabulary.share(words), text, form, vocabulary);
  }

  /** How many of its words the models have read before, as a share. */
  double known() {
    return known;
  }

  /** Its words as they were written, for what goes by their spelling. Reads the text again. */
  List<Written> written() {
    return Wording.written(text, form, vocabulary);
  }

  Features features() {
    return features;
  }
}
