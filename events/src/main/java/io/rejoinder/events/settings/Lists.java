package io.rejoinder.events.settings;

import java.util.List;

/**
 * A site's own words and domains, beside those that ship.
 *
 * @param blockedWords words and phrases; a comment with one waits
 * @param suspectWords words and phrases that speak against a comment
 * @param blockedDomains registrable domains or hosts below them; a comment with a link to one waits
 * @param trustedDomains links there do not count
 */
public record Lists(
    List<String> blockedWords,
    List<String> suspectWords,
    List<String> blockedDomains,
    List<String> trustedDomains) {

  /** None of either. */
  public static final Lists NONE = new Lists(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists; absent ones are empty. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public Lists {
    blockedWords = blockedWords == null ? List.of() : List.copyOf(blockedWords);
    suspectWords = suspectWords == null ? List.of() : List.copyOf(suspectWords);
    blockedDomains = blockedDomains == null ? List.of() : List.copyOf(blockedDomains);
    trustedDomains = trustedDomains == null ? List.of() : List.copyOf(trustedDomains);
  }
}
