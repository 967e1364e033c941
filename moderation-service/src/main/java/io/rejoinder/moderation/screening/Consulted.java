package io.rejoinder.moderation.screening;

import io.rejoinder.moderation.model.ShippedModel;

/**
 * What screens ask besides the comment and the site's lists.
 *
 * @param words the installation's blocked words
 * @param suspect the shipped suspect words
 * @param model that ships
 * @param corrections of it, learned from decisions
 */
record Consulted(WordsFile words, Words suspect, ShippedModel model, Corrections corrections) {

  /** Before any decision. */
  static Consulted of(WordsFile words) {
    return new Consulted(words, ShippedWords.suspect(), ShippedModel.load(), Corrections.NONE);
  }
}
