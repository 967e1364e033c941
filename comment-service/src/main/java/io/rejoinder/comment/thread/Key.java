package io.rejoinder.comment.thread;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rejoinder.events.comment.CommentId;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The place of a root in the order of its thread.
 *
 * @param createdAt when it was written
 * @param id its id: two may be written in one millisecond
 * @param likes how many liked it when its page was read; counts in the order "best" alone
 */
public record Key(Instant createdAt, CommentId id, long likes) {

  private static final int MAX_LENGTH = 100;

  private static final CommentId LEAST = new CommentId("0".repeat(32));
  private static final CommentId MOST = new CommentId("f".repeat(32));

  /** The key behind which a page begins with this root, or with one of the same millisecond. */
  public static Key before(Comment root, Comments.Sort sort) {
    return sort == Comments.Sort.OLDEST
        ? new Key(root.createdAt().minusMillis(1), MOST, 0)
        : new Key(root.createdAt().plusMillis(1), LEAST, 0);
  }

  static Key of(Comment comment) {
    return new Key(comment.createdAt(), comment.id(), comment.likes().likes());
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  static Optional<Key> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("/", 3);
      if (parts.length < 2 || !CommentId.wellFormed(parts[1])) {
        return Optional.empty();
      }
      Instant createdAt = Instant.ofEpochMilli(Long.parseLong(parts[0]));
      long likes = parts.length == 3 ? Long.parseLong(parts[2]) : 0;
      return Optional.of(new Key(createdAt, new CommentId(parts[1]), likes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Opaque to clients, who only send it back. */
  @Override
  public String toString() {
    String plain = createdAt.toEpochMilli() + "/" + id + "/" + likes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
  }
}
