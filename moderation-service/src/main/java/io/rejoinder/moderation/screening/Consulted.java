package io.rejoinder.moderation.screening;

import io.rejoinder.events.settings.Lists;
import io.rejoinder.moderation.link.Reputation;
import java.util.function.Supplier;

/**
 * What screens ask besides the comment itself.
 *
 * @param words the installation's blocked words
 * @param suspect the shipped suspect words
 * @param lists the site's own words and domains, as they stand in the settings in force
 * @param reputation of domains, learned from decisions
 */
record Consulted(WordsFile words, Words suspect, Supplier<Lists> lists, Reputation reputation) {

  /** Before any settings and decisions. */
  static Consulted of(WordsFile words) {
    return new Consulted(words, ShippedWords.suspect(), () -> Lists.NONE, new Reputation());
  }
}
