package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An item as the API shows it ({@code QueueItem} in the OpenAPI document).
 *
 * @param threadTitle of the page that it answers
 * @param threadAddress of that page
 * @param status {@code sampled} for one that its reader is to judge without being told more
 * @param evidence heaviest first
 */
record ItemView(
    String id,
    String thread,
    String threadTitle,
    @Nullable String threadAddress,
    @Nullable Parent parent,
    long version,
    int revision,
    String status,
    Name author,
    String text,
    Instant createdAt,
    Instant submittedAt,
    boolean shown,
    @Nullable String why,
    List<Finding> evidence,
    List<Reported> reports,
    QueueItem.@Nullable Decided decision) {

  /** What this account may see of an item. */
  static ItemView of(QueueItem item, Reviews reviews, String account) {
    Reviews.Page page = reviews.of(item.thread());
    boolean hidden = item.hiddenFrom(account);
    return new ItemView(
        item.id(),
        item.thread(),
        page.title(),
        page.address(),
        item.parent() == null ? null : new Parent(item.parent()),
        item.version(),
        item.revision(),
        (hidden ? Listing.SAMPLED : item.status()).name().toLowerCase(Locale.ROOT),
        new Name(item.author()),
        item.text(),
        item.createdAt(),
        item.submittedAt(),
        item.shown() && !hidden,
        hidden ? null : item.why(),
        hidden ? List.of() : findings(item),
        hidden ? List.of() : item.reports(),
        hidden ? null : item.decision());
  }

  private static List<Finding> findings(QueueItem item) {
    return item.evidence().stream()
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .map(Finding::of)
        .toList();
  }

  record Parent(String id) {}

  record Name(String name) {}

  record Finding(String screen, double weight, String sentence, List<Span> spans) {
    static Finding of(Evidence evidence) {
      return new Finding(
          evidence.screen(), evidence.weight(), evidence.sentence(), evidence.spans());
    }
  }
}
