package io.rejoinder.moderation.queue;

import io.rejoinder.moderation.index.Listing;
import io.rejoinder.moderation.index.Search;
import io.rejoinder.moderation.index.SearchFault;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.problem.Problem;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views that clients name. */
public final class Views {

  /** The name of what is no list: every comment there is. */
  private static final String ALL = "all";

  private Views() {}

  /**
   * A view.
   *
   * @param state the list's name, or {@code all}
   * @param words what it is narrowed down to, in the language of the search
   * @param account whose view
   * @throws Problem {@code invalid-request} for a list that there is none of, or a search that
   *     cannot be read
   */
  public static View of(String state, String words, String account) {
    return new View(listing(state), account, readable(() -> Search.read(words)));
  }

  private static @Nullable Listing listing(String state) {
    return state.equals(ALL)
        ? null
        : Listing.named(state)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "state",
                        "unknown",
                        Arrays.stream(Listing.values())
                            .map(Listing::wireName)
                            .collect(Collectors.joining(", ", ALL + " or one of ", ""))));
  }

  /**
   * What a search gives.
   *
   * @throws Problem {@code invalid-request} for one that cannot be read
   */
  public static <T> T readable(Supplier<T> search) {
    try {
      return search.get();
    } catch (SearchFault e) {
      throw Problem.invalid("q", e.value(), e.bound());
    }
  }
}
