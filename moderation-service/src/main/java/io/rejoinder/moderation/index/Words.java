package io.rejoinder.moderation.index;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words as they are searched: by the rules of Unicode, whatever their case, accents and width. */
final class Words extends Analyzer {

  private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  /** What folding does not change and has no accents: most of what there is. */
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]*");

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, new Folding(words));
  }

  static String folded(String word) {
    return PLAIN.matcher(word).matches()
        ? word
        : ACCENTS.matcher(TAKEN_APART.normalize(FOLDED.normalize(word))).replaceAll("");
  }

  private static final class Folding extends TokenFilter {

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    Folding(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String folded = folded(word.toString());
      word.setEmpty().append(folded);
      return true;
    }
  }
}
