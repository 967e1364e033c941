package io.rejoinder.moderation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.EventType;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The committed states of the comments on the partitions that this instance owns, packed: about 0.5
 * KB for each comment. For the loop's thread; only {@link #size} is for any.
 */
final class OwnedStates {

  private final Map<Integer, Partition> partitions = new TreeMap<>();
  private final PackedState packing = new PackedState();
  private final AtomicLong size = new AtomicLong();

  /** How many states are held. */
  long size() {
    return size.get();
  }

  /** The partitions whose states are held. */
  Set<Integer> partitions() {
    return Set.copyOf(partitions.keySet());
  }

  /** Whether a state of this comment is held. */
  boolean knows(int partition, CommentId id) {
    Partition states = partitions.get(partition);
    return states != null && states.packed.containsKey(Key.of(id));
  }

  /**
   * The committed state of a comment; null if there is none.
   *
   * @throws io.rejoinder.events.UnreadableEvent if what the topic holds is not a state
   */
  @Nullable CommentState get(int partition, CommentId id) {
    Partition states = partitions.get(partition);
    byte[] packed = states == null ? null : states.packed.get(Key.of(id));
    if (packed == null) {
      return null;
    }
    Event event =
        EventCodec.read(EventType.COMMENT_STATE.wireName(), packing.unpack(packed)).orElseThrow();
    return (CommentState) event;
  }

  /** Takes a committed state in. */
  void put(int partition, byte[] key, byte[] json) {
    Map<Key, byte[]> states = partition(partition).packed;
    if (states.put(Key.of(key), packing.pack(json)) == null) {
      size.incrementAndGet();
    }
  }

  /** The offset on the state topic from which on a partition's states are not held yet. */
  long next(int partition) {
    return partition(partition).next;
  }

  void next(int partition, long offset) {
    partition(partition).next = offset;
  }

  /** Forgets all partitions but these. */
  void retain(Collection<Integer> owned) {
    partitions.keySet().removeIf(partition -> !owned.contains(partition));
    size.set(partitions.values().stream().mapToLong(states -> states.packed.size()).sum());
  }

  /** Forgets everything and gives memory back. */
  void end() {
    partitions.clear();
    size.set(0);
    packing.end();
  }

  private Partition partition(int partition) {
    return partitions.computeIfAbsent(partition, p -> new Partition());
  }

  private static final class Partition {
    private final Map<Key, byte[]> packed = new HashMap<>();
    private long next;
  }

  /** A comment's id in 16 bytes. */
  private record Key(long high, long low) {

    static Key of(CommentId id) {
      return of(id.value());
    }

    static Key of(byte[] key) {
      return of(new String(key, UTF_8));
    }

    private static Key of(String digits) {
      ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(digits));
      return new Key(bytes.getLong(), bytes.getLong());
    }
  }
}
