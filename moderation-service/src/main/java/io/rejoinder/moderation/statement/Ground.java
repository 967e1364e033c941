package io.rejoinder.moderation.statement;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a rejected comment was found to break, Article 17(3)(e): moderators and screens
 * judge by the rules of the site, and do not find what is against the law.
 *
 * @param kind always {@code terms}
 * @param code of the decision; {@code other} where it has none
 * @param explanation one sentence for the author
 */
record Ground(String kind, String code, String explanation) {

  private static final String TERMS = "terms";
  private static final String OTHER = "other";

  private static final Map<String, String> BY_CODE =
      Map.of(
          "spam",
          "The rules of the site do not allow advertising, nor comments that are posted in bulk.",
          "off-topic",
          "The rules of the site ask that a comment is about the page that it stands under.",
          "abuse",
          "The rules of the site do not allow insults, threats and hatred.",
          "spoiler",
          "The rules of the site do not allow giving away what happens in a work unmarked.",
          "personal-data",
          "The rules of the site do not allow publishing the personal data of others.",
          "author",
          "Moderators have decided that comments of this author are not taken at present.",
          "rule",
          "A rule that the site has set for its comments rejects what is like this comment.",
          OTHER,
          "The comment was found not to be in keeping with the rules of the site.");

  /** The ground that this code names. */
  static Ground of(@Nullable String code) {
    String known = code != null && BY_CODE.containsKey(code) ? code : OTHER;
    return new Ground(TERMS, known, BY_CODE.getOrDefault(known, ""));
  }
}
