package io.rejoinder.review.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a file decided.
 *
 * @param items a decision for each item, in the order of the file
 * @param findings what was odd
 * @param commentsSkipped comments that will be left out
 */
record ImportPlan(List<ItemPlan> items, Findings findings, int commentsSkipped) {

  /** How many items will be left out. */
  int itemsSkipped() {
    return (int) items.stream().filter(item -> !item.imported()).count();
  }

  /**
   * A decision about an item.
   *
   * @param origin its identity; null where it is left out
   * @param headFirst whether all that makes the review stands before the first comment
   * @param parents for each comment number that answers another one, which
   * @param numbersSkipped lines of comments that are left out
   * @param date when it was published, as far as the file tells
   */
  record ItemPlan(
      @Nullable String origin,
      boolean headFirst,
      Map<String, String> parents,
      java.util.Set<Integer> numbersSkipped,
      @Nullable Instant date) {

    static final ItemPlan SKIPPED = new ItemPlan(null, true, Map.of(), java.util.Set.of(), null);

    boolean imported() {
      return origin != null;
    }
  }
}
