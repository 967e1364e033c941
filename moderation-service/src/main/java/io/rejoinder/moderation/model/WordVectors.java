package io.rejoinder.moderation.model;

import io.rejoinder.moderation.text.Canonical;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What pieces of words mean, as vectors that are near for words that are used alike: bytes, each
 * already weighted by how rare the piece is. They come from a neural model of language that read
 * every piece once ({@code bench/distill-words}; which one, and its licence, stand in {@code
 * docs/model-card.md}), and know nothing of any label. Immutable.
 */
public final class WordVectors {

  /** Where they are looked for on the class path, beside this class. */
  private static final String RESOURCE = "words.vectors";

  private static final int FORMAT = 0x524a5631;

  private final String version;
  private final WordPieces pieces;
  private final int dimensions;
  private final float step;
  private final byte[] steps;

  private WordVectors(String version, WordPieces pieces, int dimensions, float step, byte[] steps) {
    this.version = version;
    this.pieces = pieces;
    this.dimensions = dimensions;
    this.step = step;
    this.steps = steps;
  }

  /**
   * Those of this build; about 5 MB, which only training and the reading of a model want.
   *
   * @throws UncheckedIOException if they are not there or broken
   */
  public static WordVectors load() {
    try (InputStream in = WordVectors.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("no resource " + RESOURCE);
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the vectors of words cannot be read", e);
    }
  }

  /**
   * Of pieces as a vocabulary has them, the most frequent first: what follows within a word begins
   * with {@code ##}. Those that hold anything but letters and digits of ASCII are left out.
   *
   * @param vectors of one length, in the same order; rounded to a 127th of the greatest value
   */
  public static WordVectors of(List<String> vocabulary, List<float[]> vectors) {
    PieceKeys keys = PieceKeys.of(vocabulary);
    List<float[]> kept = keys.kept().stream().map(vectors::get).toList();
    float greatest = 0;
    for (float[] vector : kept) {
      for (float value : vector) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    float step = greatest / Byte.MAX_VALUE;
    int dimensions = vectors.get(0).length;
    byte[] steps = new byte[kept.size() * dimensions];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(kept.get(i / dimensions)[i % dimensions] / step);
    }
    return new WordVectors("", keys.pieces(), dimensions, step, steps);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is of another format
   */
  public static WordVectors read(byte[] written) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException("format %x (expected: %x)".formatted(format, FORMAT));
      }
      WordPieces pieces = WordPieces.read(in);
      int dimensions = in.readInt();
      float step = in.readFloat();
      byte[] steps = new byte[in.readInt()];
      in.readFully(steps);
      return new WordVectors(ShippedModel.hash(written), pieces, dimensions, step, steps);
    }
  }

  /** As a file. */
  public byte[] write() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(written)) {
      out.writeInt(FORMAT);
      pieces.write(out);
      out.writeInt(dimensions);
      out.writeFloat(step);
      out.writeInt(steps.length);
      out.write(steps);
    }
    return written.toByteArray();
  }

  /** The first bytes of the file's SHA-256, in hexadecimal; empty before they are in one. */
  public String version() {
    return version;
  }

  int dimensions() {
    return dimensions;
  }

  WordPieces pieces() {
    return pieces;
  }

  /** How many pieces there are; they are numbered from 0 on. */
  int size() {
    return steps.length / dimensions;
  }

  /** The pieces of a text without markup, in their order. */
  int[] of(String text, Vocabulary vocabulary) {
    List<Integer> found = new ArrayList<>();
    Wording.written(text, Canonical.of(text), vocabulary)
        .forEach(word -> pieces.of(word, found::add));
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The product of a piece's vector with another one. */
  double dot(int piece, float[] other) {
    double sum = 0;
    int from = piece * dimensions;
    for (int i = 0; i < dimensions; i++) {
      sum += steps[from + i] * other[i];
    }
    return sum * step;
  }

  /** Adds a piece's vector, times a factor, to another one from an index on. */
  void addTo(double[] sum, int from, int piece, double factor) {
    for (int i = 0; i < dimensions; i++) {
      sum[from + i] += factor * step * steps[piece * dimensions + i];
    }
  }
}
