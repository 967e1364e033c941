package io.rejoinder.comment.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The forms in which names are compared: compatibility characters, case, and what is not seen or
 * looks alike (the skeleton of UTS #39) make no difference, nor do spaces and punctuation.
 */
public final class Likeness {

  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

  private Likeness() {}

  /**
   * The forms of a name, one or two: a capital I looks like an l as it is written, and a small i
   * does not. Two names are alike if they share one. Empty for a name without letters and digits.
   * The same for ever with the same version of ICU; with another one, fill the store again.
   */
  public static Set<String> of(String name) {
    Set<String> forms = new TreeSet<>();
    forms.add(bare(skeleton(FOLD.normalize(name))));
    forms.add(bare(skeleton(COMPATIBLE.normalize(name))));
    forms.remove("");
    return forms;
  }

  /** Whether a name is like one of these. */
  public static boolean amongst(Collection<String> forms, String name) {
    return of(name).stream().anyMatch(forms::contains);
  }

  private static String skeleton(String text) {
    return FOLD.normalize(CHECKER.getSkeleton(text));
  }

  private static String bare(String text) {
    return text.codePoints()
        .filter(UCharacter::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
