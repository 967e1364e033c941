package io.rejoinder.moderation.model;

import io.rejoinder.moderation.model.Wording.Written;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of word pieces that a neural model of language reads (Schuster and Nakajima,
 * “Japanese and Korean voice search”, 2012), by hashes of their canonical forms: words to numbers
 * of pieces, without garbage. A word as it was written is looked for as a whole; one that is no
 * piece, or was disguised, is cut into the longest pieces of its plain form. Immutable.
 */
final class WordPieces {

  /** A longer word is no word: as in the models that read pieces. */
  static final int LONGEST_WORD = 100;

  private static final int PRIME = 0x01000193;
  private static final int OFFSET = 0x811c9dc5;
  private static final int MIX = 0x85ebca6b;
  private static final int NONE = -1;

  private final int[] hashes;
  private final int[] pieces;
  private final int[] slots;
  private final int longest;

  /**
   * Of keys as {@link #key} makes them; where several pieces have one key, the first counts.
   *
   * @param hashes of keys
   * @param pieces their numbers
   * @param longest characters of a piece
   */
  WordPieces(int[] hashes, int[] pieces, int longest) {
    this.hashes = hashes;
    this.pieces = pieces;
    this.longest = longest;
    this.slots = new int[Integer.highestOneBit(Math.max(1, hashes.length)) * 4];
    for (int i = 0; i < hashes.length; i++) {
      int slot = slot(hashes[i]);
      while (slots[slot] != 0 && hashes[slots[slot] - 1] != hashes[i]) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = slots[slot] == 0 ? i + 1 : slots[slot];
    }
  }

  /** The hash that a piece is found by. */
  static int key(Form form, CharSequence piece) {
    int hash = form.seed();
    for (int i = 0; i < piece.length(); i++) {
      hash = with(hash, piece.charAt(i));
    }
    return hash;
  }

  /** Tells the numbers of a word's pieces, in their order; of none where it cannot be cut. */
  void of(Written written, Sink sink) {
    String word = written.word();
    int whole = word.length() > longest ? NONE : at(key(Form.WRITTEN, word));
    if (whole != NONE) {
      sink.piece(whole);
    } else if (word.length() <= LONGEST_WORD) {
      cut(Wording.plain(word), written.latin(), sink);
    }
  }

  /** A word of another script may look like nonsense of ours: it is a whole piece or none. */
  private void cut(String plain, boolean parts, Sink sink) {
    for (int at = 0; at < plain.length(); ) {
      int end = longestEnd(plain, at, null);
      if (end == at || (end < plain.length() && !parts)) {
        return;
      }
      at = end;
    }
    for (int at = 0; at < plain.length(); ) {
      at = longestEnd(plain, at, sink);
    }
  }

  /** Where the longest piece from here on ends; the place itself where none begins. */
  private int longestEnd(String word, int start, @Nullable Sink sink) {
    int hash = (start == 0 ? Form.PLAIN : Form.INNER).seed();
    int last = Math.min(word.length(), start + longest);
    int end = start;
    int found = NONE;
    for (int i = start; i < last; i++) {
      hash = with(hash, word.charAt(i));
      int piece = at(hash);
      if (piece != NONE) {
        found = piece;
        end = i + 1;
      }
    }
    if (sink != null && found != NONE) {
      sink.piece(found);
    }
    return end;
  }

  private int at(int hash) {
    int slot = slot(hash);
    while (slots[slot] != 0) {
      if (hashes[slots[slot] - 1] == hash) {
        return pieces[slots[slot] - 1];
      }
      slot = slot + 1 & slots.length - 1;
    }
    return NONE;
  }

  private int slot(int hash) {
    int mixed = (hash ^ hash >>> 15) * MIX;
    return (mixed ^ mixed >>> 13) & slots.length - 1;
  }

  /** FNV-1a, by character. */
  private static int with(int hash, char c) {
    return (hash ^ c) * PRIME;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(longest);
    out.writeInt(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      out.writeInt(hashes[i]);
      out.writeInt(pieces[i]);
    }
  }

  static WordPieces read(DataInput in) throws IOException {
    int longest = in.readInt();
    int[] hashes = new int[in.readInt()];
    int[] pieces = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
      pieces[i] = in.readInt();
    }
    return new WordPieces(hashes, pieces, longest);
  }

  /** How a piece stands in a word. */
  enum Form {
    /** A whole word as it is written. */
    WRITTEN(0),
    /** The beginning of a word's plain form. */
    PLAIN(1),
    /** What follows in one. */
    INNER(2);

    private final int mark;

    Form(int mark) {
      this.mark = mark;
    }

    private int seed() {
      return (OFFSET ^ mark) * PRIME;
    }
  }

  /** Takes pieces. */
  @FunctionalInterface
  interface Sink {

    /** By its number. */
    void piece(int number);
  }
}
