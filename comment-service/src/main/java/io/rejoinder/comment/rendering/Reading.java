package io.rejoinder.comment.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.comment.rendering.Links.Place;
import io.rejoinder.comment.rendering.ThreadContent.Shown;
import io.rejoinder.comment.thread.Key;
import io.rejoinder.events.comment.CommentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads a part of a thread, forwards or backwards. */
final class Reading {

  /** Threads that are read again and again; reading their JSON costs more than all else. */
  private static final int KEPT = 500;

  private final Api api;
  private final Cache<String, ThreadContent> contents =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  Reading(Api api) {
    this.api = api;
  }

  /**
   * What a page was made of.
   *
   * @param content its comments
   * @param json the same as the API sent it
   * @param tag changes whenever the content does
   * @param formToken when it was read, signed
   * @param next the place behind it; null at the end
   * @param previous the place before it; null at the beginning
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Part(
      ThreadContent content,
      byte[] json,
      String tag,
      String formToken,
      @Nullable Place next,
      @Nullable Place previous) {}

  /** A part that was read, or why not. */
  record Outcome(@Nullable Part part, Api.@Nullable Answer refused) {}

  Mono<Outcome> read(ServerRequest request, String thread, Place place, int limit) {
    boolean back = place.before() != null;
    String key = back ? place.before() : place.after();
    String address =
        "/api/threads/%s/comments?sort=%s&limit=%d%s"
            .formatted(
                Links.encoded(thread),
                Links.encoded(back ? opposite(place.sort()) : place.sort()),
                limit,
                key == null ? "" : "&after=" + Links.encoded(key));
    return api.get(request, address, Map.of())
        .map(
            answer ->
                answer.successful()
                    ? new Outcome(part(answer, place, back), null)
                    : new Outcome(null, answer));
  }

  private Part part(Api.Answer answer, Place place, boolean back) {
    String tag = answer.header(HttpHeaders.ETAG);
    ThreadContent content = contents.get(tag, missing -> answer.as(ThreadContent.class));
    if (back) {
      List<Shown> turned = new ArrayList<>(content.comments());
      Collections.reverse(turned);
      content = content.with(turned, content.next());
    }
    return new Part(
        content,
        answer.body(),
        tag.replace("\"", ""),
        answer.header(FormTokens.HEADER),
        next(content, place, back),
        previous(content, place, back));
  }

  private static @Nullable Place next(ThreadContent content, Place place, boolean back) {
    if (!back) {
      return content.next() == null ? null : new Place(place.sort(), content.next(), null);
    }
    List<Shown> shown = content.comments();
    return shown.isEmpty()
        ? Place.first(place.sort())
        : new Place(place.sort(), key(shown.get(shown.size() - 1)), null);
  }

  /** A page of the other order, turned round, ends just before the first comment of this one. */
  private static @Nullable Place previous(ThreadContent content, Place place, boolean back) {
    boolean begins = back ? content.next() == null : place.after() == null;
    boolean dated = place.sort().equals(Place.NEWEST) || place.sort().equals(Place.OLDEST);
    if (begins || !dated || content.comments().isEmpty()) {
      return begins ? null : Place.first(place.sort());
    }
    return new Place(place.sort(), null, key(content.comments().get(0)));
  }

  private static String key(Shown shown) {
    long likes = shown.likes() == null ? 0 : shown.likes();
    return new Key(shown.createdAt(), new CommentId(shown.id()), likes).toString();
  }

  private static String opposite(String sort) {
    return sort.equals(Place.OLDEST) ? Place.NEWEST : Place.OLDEST;
  }
}
