package io.rejoinder.moderation.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator asks for, in the language of the search: words and quoted phrases that the text
 * has, and {@code operator:value} (docs/console.md); a hyphen before any of them says that it is
 * not so. All of it must be met.
 *
 * @param terms in the order they were written; none finds everything
 */
public record Search(List<Term> terms) {

  /** Everything. */
  public static final Search ALL = new Search(List.of());

  /** UTF-16 units of a search at most. */
  public static final int LENGTH = 500;

  /** Terms of a search at most. */
  public static final int TERMS = 32;

  /** An operator with its value, or a word; each may be quoted. */
  private static final Pattern TERM =
      Pattern.compile("(-?)(?:([a-z]+):)?(?:\"([^\"]*)\"?|(\\S+))", Pattern.UNICODE_CASE);

  /** Copies the terms. */
  public Search {
    terms = List.copyOf(terms);
  }

  /**
   * Reads a search; an address ({@code https://…}) is words.
   *
   * @throws SearchFault for a search that is too long, or an operator that there is none of
   */
  public static Search read(String text) {
    if (text.length() > LENGTH) {
      throw new SearchFault(text.length() + " characters", "at most " + LENGTH);
    }
    List<Term> terms = new ArrayList<>();
    Matcher found = TERM.matcher(text);
    while (found.find()) {
      String value = found.group(3) == null ? found.group(4) : found.group(3);
      boolean not = !found.group(1).isEmpty();
      if (value.startsWith("//")) {
        terms.add(new Term(not, null, found.group().substring(not ? 1 : 0)));
      } else if (!value.isBlank()) {
        terms.add(new Term(not, operator(found), value.strip()));
      }
    }
    if (terms.size() > TERMS) {
      throw new SearchFault(terms.size() + " terms", "at most " + TERMS);
    }
    return new Search(terms);
  }

  private static @Nullable Operator operator(Matcher found) {
    String name = found.group(2);
    return name == null
        ? null
        : Operator.named(name)
            .orElseThrow(() -> new SearchFault("operator " + name, "one of " + Operator.names()));
  }

  /**
   * One condition.
   *
   * @param not whether it must not be met
   * @param operator what is asked about; null for the text
   * @param value what it is to be
   */
  public record Term(boolean not, @Nullable Operator operator, String value) {}
}
