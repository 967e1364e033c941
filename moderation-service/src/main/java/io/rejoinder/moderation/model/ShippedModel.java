package io.rejoinder.moderation.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What ships with the product: a model of spam and one of toxicity, which read texts alike. About 4
 * MB in memory. Where it comes from and what it is worth stands in {@code docs/model-card.md};
 * {@code bench/train-screening} makes it. Immutable and threadsafe.
 */
public final class ShippedModel {

  private static final String RESOURCE = "screening.model";
  private static final int FORMAT = 0x524a4d32;
  private static final int VERSION_BYTES = 4;

  private final TextModel spam;
  private final TextModel toxicity;
  private final String version;

  private ShippedModel(TextModel spam, TextModel toxicity, String version) {
    this.spam = spam;
    this.toxicity = toxicity;
    this.version = version;
  }

  /**
   * The model of this build.
   *
   * @throws UncheckedIOException if it is not there or broken: nothing could be screened
   */
  public static ShippedModel load() {
    try (InputStream in = ShippedModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("no resource " + RESOURCE);
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped model cannot be read", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is of another format
   */
  public static ShippedModel read(byte[] written) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(written)))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException("format %x (expected: %x)".formatted(format, FORMAT));
      }
      Vocabulary vocabulary = Vocabulary.read(in);
      TextModel spam = TextModel.read(in, vocabulary);
      return new ShippedModel(spam, TextModel.read(in, vocabulary), hash(written));
    }
  }

  /** Two models as a file; they have the same vocabulary. */
  public static byte[] write(TextModel spam, TextModel toxicity) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(written))) {
      out.writeInt(FORMAT);
      spam.vocabulary().write(out);
      spam.write(out);
      toxicity.write(out);
    }
    return written.toByteArray();
  }

  /** Says whether a text is spam; reads for both. */
  public TextModel spam() {
    return spam;
  }

  /** Says whether a text is toxic. */
  public TextModel toxicity() {
    return toxicity;
  }

  /** The first bytes of the file's SHA-256, in hexadecimal. */
  public String version() {
    return version;
  }

  static String hash(byte[] written) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(written);
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
