package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as the API shows it ({@code QueueItem} in the OpenAPI document).
 *
 * @param threadTitle of the review that it answers
 * @param threadAddress of that review's page
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
    Status status,
    Name author,
    String text,
    Instant createdAt,
    Instant submittedAt,
    boolean shown,
    @Nullable String why,
    List<Finding> evidence,
    QueueItem.@Nullable Decided decision) {

  static ItemView of(QueueItem item, Reviews reviews) {
    Reviews.Page page = reviews.of(item.thread());
    return new ItemView(
        item.id(),
        item.thread(),
        page.title(),
        page.address(),
        item.parent() == null ? null : new Parent(item.parent()),
        item.version(),
        item.revision(),
        item.status(),
        new Name(item.author()),
        item.text(),
        item.createdAt(),
        item.submittedAt(),
        item.shown(),
        item.why(),
        item.evidence().stream()
            .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
            .map(Finding::of)
            .toList(),
        item.decision());
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
