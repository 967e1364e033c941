package io.rejoinder.review.review;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The last part of a review's address. */
final class Slugs {

  /** In characters; longer addresses are cut by mail programs. */
  private static final int LENGTH = 80;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slugs() {}

  /**
   * A slug of a wish, an address part or a title: lower-case ASCII letters and digits, with hyphens
   * between.
   *
   * @param wish what it is made of
   * @param otherwise what stands where nothing is left of the wish
   * @param taken whether another review has a slug; then a number is appended
   */
  static String of(String wish, String otherwise, Predicate<String> taken) {
    String base = plain(wish);
    if (base.isEmpty()) {
      base = otherwise;
    }
    String slug = base;
    for (int n = 2; taken.test(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }

  private static String plain(String wish) {
    String decomposed =
        Normalizer.normalize(
            wish.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("æ", "ae").replace("ø", "o"),
            Normalizer.Form.NFKD);
    String hyphened = OTHERS.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll("-");
    return strip(hyphened.length() > LENGTH ? cut(hyphened) : hyphened);
  }

  /** Between words, where there is a place to cut. */
  private static String cut(String hyphened) {
    int end = hyphened.lastIndexOf('-', LENGTH);
    return hyphened.substring(0, end > LENGTH / 2 ? end : LENGTH);
  }

  private static String strip(String text) {
    int begin = text.startsWith("-") ? 1 : 0;
    int end = text.endsWith("-") && text.length() > begin ? text.length() - 1 : text.length();
    return text.substring(begin, end);
  }
}
