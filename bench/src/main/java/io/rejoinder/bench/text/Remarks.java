package io.rejoinder.bench.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts of one length and their authors, like those of {@link Commenting}, for what is not asked
 * over HTTP. Not thread-safe.
 */
public final class Remarks {

  private final int length;
  private final Commenting texts;
  private final Names names;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private long count;

  /**
   * Remarks.
   *
   * @param length of a text in characters
   * @param run sets these apart from those of others
   */
  public Remarks(int length, long run) {
    this.length = length;
    this.texts = new Commenting(List.of("/"), run);
    this.names = new Names(new Phrases(), run);
  }

  /** The next text. */
  public String text() {
    buffer.clear();
    while (buffer.position() < length) {
      texts.putText(buffer);
      buffer.put((byte) ' ');
    }
    return string().substring(0, length);
  }

  /** The next author's name. */
  public String name() {
    buffer.clear();
    names.put(count++, buffer);
    return string();
  }

  private String string() {
    return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
  }
}
