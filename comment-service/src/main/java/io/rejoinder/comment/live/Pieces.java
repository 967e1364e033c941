package io.rejoinder.comment.live;

import java.util.List;

/** Pieces of a stream, one behind the other. */
final class Pieces {

  private Pieces() {}

  /** All of them as one; not copied where there is but one. */
  static byte[] together(List<byte[]> pieces) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    byte[] all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int end = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, end, piece.length);
      end += piece.length;
    }
    return all;
  }
}
