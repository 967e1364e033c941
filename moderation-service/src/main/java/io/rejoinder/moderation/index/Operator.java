package io.rejoinder.moderation.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked about besides the text. */
public enum Operator {
  /** Words of the author's name. */
  AUTHOR(false),
  /** The author, by something that all comments of one have in common: {@code reader/…}. */
  BY(false),
  /** A link leads to this domain or below it. */
  DOMAIN(false),
  /** The review's or page's id, or words of its title. */
  REVIEW(false),
  /** Of this language, by its code (ISO 639-1). */
  LANGUAGE(false),
  /** Written before this day began, or this moment (ISO 8601, UTC). */
  BEFORE(false),
  /** Written on this day or later, or from this moment on. */
  AFTER(false),
  /** The code of why it was rejected or reported. */
  REASON(true),
  /** This screen spoke against it. */
  SCREEN(true),
  /** Of this campaign, by its id. */
  CAMPAIGN(true),
  /** Decided with this batch, by its id. */
  BATCH(true),
  /** Who decided, by name. */
  MODERATOR(true),
  /** {@code held}, {@code approved}, {@code rejected}, {@code reported}, {@code edited}, … */
  IS(true),
  /** The probability of spam: {@code 0.5..0.9}, {@code >0.8} or {@code <0.2}. */
  SPAM(true),
  /** The probability of toxicity, likewise. */
  TOXIC(true),
  /** Reported by so many readers or more. */
  REPORTS(true);

  private final boolean tells;

  Operator(boolean tells) {
    this.tells = tells;
  }

  /** Whether its answer would tell what was decided of a comment, or why. */
  public boolean tells() {
    return tells;
  }

  /** How it is written. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Operator> named(String name) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Operator::wireName).collect(Collectors.joining(", "));
  }
}
