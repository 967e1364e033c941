package io.rejoinder.moderation.queue;

import io.rejoinder.moderation.index.Key;
import io.rejoinder.moderation.index.Listing;
import io.rejoinder.moderation.index.Order;
import io.rejoinder.moderation.index.Search;
import io.rejoinder.moderation.index.SearchFault;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.problem.Problem;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Which page of which view.
 *
 * @param view what is looked at
 * @param order in which
 * @param after behind which place; null for the first page
 * @param limit items at most
 */
record QueueQuery(View view, Order order, @Nullable Key after, int limit) {

  /** The name of what is no list: every comment there is. */
  private static final String ALL = "all";

  private static final int LIMIT = 50;
  private static final int MOST = 200;

  /**
   * What a request asks for: {@code state}, {@code q}, {@code sort}, {@code after}, {@code limit}.
   */
  static QueueQuery of(ServerRequest request, String account) {
    return new QueueQuery(view(request, account), order(request), after(request), limit(request));
  }

  /** The view that a request asks for: {@code state} and {@code q}. */
  static View view(ServerRequest request, String account) {
    String state = request.queryParam("state").orElse(Listing.HELD.wireName());
    String words = request.queryParam("q").orElse("");
    return new View(listing(state), account, readable(() -> Search.read(words)));
  }

  static @Nullable Listing listing(String state) {
    return state.equals(ALL)
        ? null
        : Listing.named(state)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "state",
                        "unknown",
                        ALL
                            + " or one of "
                            + Arrays.stream(Listing.values())
                                .map(Listing::wireName)
                                .collect(Collectors.joining(", "))));
  }

  private static Order order(ServerRequest request) {
    return Order.named(request.queryParam("sort").orElse(Order.OLDEST.wireName()))
        .orElseThrow(
            () ->
                Problem.invalid(
                    "sort",
                    "unknown",
                    "one of "
                        + Arrays.stream(Order.values())
                            .map(Order::wireName)
                            .collect(Collectors.joining(", "))));
  }

  private static @Nullable Key after(ServerRequest request) {
    return request
        .queryParam("after")
        .map(
            text ->
                Key.read(text)
                    .orElseThrow(
                        () ->
                            Problem.invalid(
                                "after", text.length() + " characters", "a page's next")))
        .orElse(null);
  }

  private static int limit(ServerRequest request) {
    String text = request.queryParam("limit").orElse(Integer.toString(LIMIT));
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
      throw Problem.invalid("limit", limit, "1.." + MOST);
    } catch (NumberFormatException e) {
      throw Problem.invalid("limit", "no number", "1.." + MOST);
    }
  }

  /** What a search gives, or the problem with it. */
  static <T> T readable(Supplier<T> search) {
    try {
      return search.get();
    } catch (SearchFault e) {
      throw Problem.invalid("q", e.value(), e.bound());
    }
  }
}
