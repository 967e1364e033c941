package io.rejoinder.moderation.model;

import io.rejoinder.moderation.model.WordPieces.Form;
import io.rejoinder.moderation.text.Canonical;
import java.util.ArrayList;
import java.util.List;

/** From the pieces of a vocabulary, as text, to what they are found by. */
final class PieceKeys {

  private static final int ASCII = 128;

  /** Before what stands within a word. */
  private static final String WITHIN = "##";

  private final List<Integer> kept = new ArrayList<>();
  private final List<Integer> hashes = new ArrayList<>();
  private final List<Integer> pieces = new ArrayList<>();
  private int longest;

  private PieceKeys() {}

  /** Of a vocabulary, the most frequent first: where two are alike, the first is found. */
  static PieceKeys of(List<String> vocabulary) {
    PieceKeys keys = new PieceKeys();
    for (int i = 0; i < vocabulary.size(); i++) {
      String piece = vocabulary.get(i);
      boolean within = piece.startsWith(WITHIN);
      String letters = within ? piece.substring(WITHIN.length()) : piece;
      if (letters.chars().allMatch(c -> c < ASCII && Character.isLetterOrDigit(c))) {
        keys.add(i, Canonical.textOf(letters), within);
      }
    }
    return keys;
  }

  private void add(int at, String written, boolean within) {
    String plain = Wording.plain(written);
    if (!within) {
      put(WordPieces.key(Form.WRITTEN, written));
    }
    put(WordPieces.key(within ? Form.INNER : Form.PLAIN, plain));
    longest = Math.max(longest, written.length());
    kept.add(at);
  }

  private void put(int hash) {
    hashes.add(hash);
    pieces.add(kept.size());
  }

  /** Places in the vocabulary of the pieces that were kept, by their number. */
  List<Integer> kept() {
    return kept;
  }

  WordPieces pieces() {
    return new WordPieces(ints(hashes), ints(pieces), longest);
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
