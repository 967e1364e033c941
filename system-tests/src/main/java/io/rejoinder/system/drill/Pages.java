package io.rejoinder.system.drill;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads threads page by page, as a reader's browser does. */
final class Pages {

  private static final int PAGE = 40;

  private final Comments comments;
  private final Insistence insistence;

  Pages(Comments comments, Insistence insistence) {
    this.comments = comments;
    this.insistence = insistence;
  }

  /**
   * A thread as readers get it.
   *
   * @param count of visible comments, as the API says
   * @param roots the comments that answer the review, with their replies
   */
  record Listing(int count, List<JsonNode> roots) {}

  /** Every thread, by id. */
  Map<String, Listing> read(List<String> threads) {
    Map<String, Listing> all = new TreeMap<>();
    threads.forEach(thread -> all.put(thread, read(thread)));
    return all;
  }

  private Listing read(String thread) {
    List<JsonNode> roots = new ArrayList<>();
    @Nullable String next = null;
    int count;
    do {
      @Nullable String after = next;
      Answer page =
          insistence
              .until("thread", Set.of(200), () -> comments.page(thread, PAGE, after))
              .answer();
      page.body().path("comments").forEach(roots::add);
      count = page.body().path("count").asInt(-1);
      next = page.string("next");
    } while (next != null);
    return new Listing(count, roots);
  }
}
