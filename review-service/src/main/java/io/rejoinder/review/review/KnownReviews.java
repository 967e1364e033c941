package io.rejoinder.review.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the topic holds, in brief: enough to decide on a draft, without the texts. Used by the
 * writer's thread only.
 */
final class KnownReviews {

  private final Map<ThreadId, Known> byId = new HashMap<>();
  private final Map<String, ThreadId> bySlug = new HashMap<>();

  /** Takes in the newest state of a review and the place where it stands. */
  void put(ReviewState state, int partition, long offset) {
    Known before = byId.put(state.id(), Known.of(state, partition, offset));
    if (before != null) {
      bySlug.remove(before.slug(), state.id());
    }
    bySlug.put(state.slug(), state.id());
  }

  Optional<Known> byId(ThreadId id) {
    return Optional.ofNullable(byId.get(id));
  }

  boolean hasSlug(String slug) {
    return bySlug.containsKey(slug);
  }

  /** SHA-256 of what a reader sees, to tell whether an import brings anything new. */
  static String fingerprint(ReviewDraft draft, Instant publishedAt) {
    return fingerprint(
        draft.title(), draft.film(), draft.critic(), draft.html(), publishedAt.toString());
  }

  private static String fingerprint(@Nullable String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.of(parts)
          .map(part -> part == null ? "" : part)
          .forEach(
              part -> {
                digest.update(part.getBytes(UTF_8));
                digest.update((byte) 0xff); // In no UTF-8 text: parts cannot run together.
              });
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /**
   * A known review.
   *
   * @param partition where its newest state stands
   * @param offset where its newest state stands
   */
  record Known(
      long version,
      String slug,
      String fingerprint,
      Instant publishedAt,
      boolean published,
      boolean commentsOpen,
      int partition,
      long offset) {

    static Known of(ReviewState state, int partition, long offset) {
      return new Known(
          state.version(),
          state.slug(),
          KnownReviews.fingerprint(
              state.title(),
              state.film(),
              state.critic(),
              state.html(),
              state.publishedAt().toString()),
          state.publishedAt(),
          state.status() == ReviewState.Status.PUBLISHED,
          state.commentsOpen(),
          partition,
          offset);
    }
  }
}
