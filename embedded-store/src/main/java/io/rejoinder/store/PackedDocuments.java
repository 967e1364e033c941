package io.rejoinder.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The documents of a collection, each at its position. For the thread that holds its lock. */
final class PackedDocuments {

  private static final int USUAL_BYTES = 1024;
  private static final int MOST_KEPT_BYTES = USUAL_BYTES * 64;

  /** By position; null where a document was removed. */
  private final List<byte @Nullable []> packed = new ArrayList<>();

  private final Deque<Integer> free = new ArrayDeque<>();
  private final ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
  private int bytes;

  /** Where it was put. */
  int add(Document document) {
    Integer position = free.poll();
    if (position == null) {
      position = packed.size();
      packed.add(null);
    }
    put(position, pack(document));
    return position;
  }

  void replace(int position, Document document) {
    put(position, pack(document));
  }

  void remove(int position) {
    put(position, null);
    free.add(position);
  }

  private void put(int position, byte @Nullable [] document) {
    byte[] before = packed.set(position, document);
    bytes += (document == null ? 0 : document.length) - (before == null ? 0 : before.length);
  }

  private byte[] pack(Document document) {
    byte[] fresh = Packed.of(document, buffer);
    if (buffer.capacity() > MOST_KEPT_BYTES) {
      buffer.capacity(USUAL_BYTES);
    }
    return fresh;
  }

  /** The BSON at a position where there is some. */
  byte[] at(int position) {
    return Objects.requireNonNull(packed.get(position));
  }

  Document read(int position) {
    return Packed.document(at(position));
  }

  /** Where there are documents, in ascending order. */
  IntStream positions() {
    return IntStream.range(0, packed.size()).filter(position -> packed.get(position) != null);
  }

  int count() {
    return packed.size() - free.size();
  }

  /** What they take, in bytes. */
  int bytes() {
    return bytes;
  }
}
