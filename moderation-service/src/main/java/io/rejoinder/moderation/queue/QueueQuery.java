package io.rejoinder.moderation.queue;

import io.rejoinder.moderation.index.Key;
import io.rejoinder.moderation.index.Listing;
import io.rejoinder.moderation.index.Order;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.problem.Problem;
import java.util.Arrays;
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
    return Views.of(state, request.queryParam("q").orElse(""), account);
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
}
