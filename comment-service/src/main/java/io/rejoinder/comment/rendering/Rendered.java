package io.rejoinder.comment.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.comment.edge.ETag;
import java.util.function.Supplier;

/**
 * What was rendered, under the tag of what it was rendered from: a thread that changes has another
 * tag, so nothing is ever out of date, and nothing has to be dropped. Threadsafe.
 */
final class Rendered {

  private final Cache<Key, Html> kept;

  /** Keeps at most this many bytes. */
  Rendered(long maxBytes) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, Html html) -> html.bytes().length)
            .build();
  }

  /**
   * What was rendered how.
   *
   * @param kind of markup
   * @param tag of the content
   * @param language of the words
   * @param place the part of the thread
   */
  record Key(String kind, String tag, String language, Links.Place place) {}

  Html get(Key key, Supplier<byte[]> renderer) {
    return kept.get(key, missing -> Html.of(renderer.get()));
  }

  /**
   * Markup.
   *
   * @param bytes as sent
   * @param etag its entity tag
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Html(byte[] bytes, String etag) {

    static Html of(byte[] bytes) {
      return new Html(bytes, ETag.of(bytes));
    }
  }
}
