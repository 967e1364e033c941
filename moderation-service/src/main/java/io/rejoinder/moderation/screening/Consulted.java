package io.rejoinder.moderation.screening;

import io.rejoinder.moderation.link.Reputation;
import io.rejoinder.moderation.model.ShippedModel;

/**
 * What screens ask besides the comment and the site's lists.
 *
 * @param words the installation's blocked words
 * @param suspect the shipped suspect words
 * @param reputation of domains, learned from decisions
 * @param model that ships
 * @param corrections of it, learned from decisions
 */
record Consulted(
    WordsFile words,
    Words suspect,
    Reputation reputation,
    ShippedModel model,
    Corrections corrections) {

  /** Before any decision. */
  static Consulted of(WordsFile words) {
    return new Consulted(
        words, ShippedWords.suspect(), new Reputation(), ShippedModel.load(), Corrections.NONE);
  }
}
