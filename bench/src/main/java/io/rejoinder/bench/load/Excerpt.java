package io.rejoinder.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first bytes of a body, and how many there were in all. */
public final class Excerpt {

  private final byte[] bytes;
  private int kept;
  private long length;

  /**
   * @param room bytes to keep of each body, at least 0
   */
  Excerpt(int room) {
    bytes = new byte[room];
  }

  /** Bytes of the whole body, kept or not. */
  public long length() {
    return length;
  }

  /** The kept bytes as UTF-8. */
  public String text() {
    return new String(bytes, 0, kept, StandardCharsets.UTF_8);
  }

  /**
   * The value of a member of a flat JSON object, as written between its quotes. Enough for the ids
   * and states that are looked for here, which need no escapes.
   */
  public @Nullable String member(String name) {
    String text = text();
    String start = "\"" + name + "\":\"";
    int from = text.indexOf(start);
    if (from < 0) {
      return null;
    }
    int to = text.indexOf('"', from + start.length());
    return to < 0 ? null : text.substring(from + start.length(), to);
  }

  void clear() {
    kept = 0;
    length = 0;
  }

  /** Takes {@code count} bytes from the buffer and moves its position past them. */
  void take(ByteBuffer from, int count) {
    int keep = Math.min(count, bytes.length - kept);
    if (keep > 0) {
      from.get(bytes, kept, keep);
      kept += keep;
    }
    from.position(from.position() + count - Math.max(keep, 0));
    length += count;
  }
}
