package io.rejoinder.moderation.model;

import io.rejoinder.moderation.model.Wording.Written;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What the pieces of a text's words mean for one question: a linear model of their vectors, which
 * knows words that no training text had by those that are used alike. It listens to all pieces
 * alike, and, as attention does, most to those that speak loudest (softmax of what a first model
 * says of each). What each piece says is worked out once: a text is a few sums. Immutable and
 * threadsafe; about 1.5 MB.
 */
final class Meaning {

  /** Numbers for each piece: what it says among all, how loud it is, what it says when heard. */
  private static final int COLUMNS = 3;

  private final String version;
  private final float[][] weights;
  private final double bias;
  private final WordPieces pieces;
  private final double[] said;

  /**
   * Of weights for vectors.
   *
   * @param weights for the sum of all pieces by the root of their number, for how loud one is, and
   *     for the mean by loudness
   */
  Meaning(WordVectors vectors, float[][] weights, double bias) {
    this.version = vectors.version();
    this.weights = weights;
    this.bias = bias;
    this.pieces = vectors.pieces();
    this.said = new double[COLUMNS * vectors.size()];
    for (int i = 0; i < said.length; i += COLUMNS) {
      int piece = i / COLUMNS;
      said[i] = vectors.dot(piece, weights[0]);
      said[i + 1] = StrictMath.exp(vectors.dot(piece, weights[1]));
      said[i + 2] = vectors.dot(piece, weights[2]) * said[i + 1];
    }
  }

  /** What a text of these words says: an amount to add to a linear model's score. */
  double score(List<Written> words) {
    Sum sum = new Sum();
    for (Written word : words) {
      pieces.of(word, sum);
    }
    return sum.total() + bias;
  }

  /** What one word says by itself. */
  double ofWord(String word) {
    Sum sum = new Sum();
    pieces.of(new Written(word, true), sum);
    return sum.total();
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(version);
    out.writeInt(weights[0].length);
    for (float[] each : weights) {
      for (float weight : each) {
        out.writeFloat(weight);
      }
    }
    out.writeDouble(bias);
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is for other vectors than these
   */
  static Meaning read(DataInput in, WordVectors vectors) throws IOException {
    String version = in.readUTF();
    if (!version.equals(vectors.version())) {
      throw new IOException(
          "vectors of words %s (expected: %s)".formatted(vectors.version(), version));
    }
    float[][] weights = new float[COLUMNS][in.readInt()];
    for (float[] each : weights) {
      for (int i = 0; i < each.length; i++) {
        each[i] = in.readFloat();
      }
    }
    return new Meaning(vectors, weights, in.readDouble());
  }

  private final class Sum implements WordPieces.Sink {

    private int count;
    private double among;
    private double loudness;
    private double heard;

    @Override
    public void piece(int number) {
      int at = number * COLUMNS;
      count++;
      among += said[at];
      loudness += said[at + 1];
      heard += said[at + 2];
    }

    double total() {
      return count == 0 ? 0 : among / Math.sqrt(count) + heard / loudness;
    }
  }
}
