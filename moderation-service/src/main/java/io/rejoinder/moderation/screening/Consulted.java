package io.rejoinder.moderation.screening;

import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.model.ShippedModel;

/**
 * What screens ask besides the comment and the site's lists.
 *
 * @param words the installation's blocked words
 * @param suspect the shipped suspect words
 * @param models that there are
 * @param corrections of them, learned from decisions
 * @param standings how authors stand with the moderators
 */
record Consulted(
    WordsFile words, Words suspect, Models models, Corrections corrections, Standings standings) {

  /** Before any decision. */
  static Consulted of(WordsFile words) {
    Models models = Models.of(ShippedModel.load(), null);
    return new Consulted(words, ShippedWords.suspect(), models, Corrections.NONE, Standings.NONE);
  }
}
