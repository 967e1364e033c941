package io.rejoinder.system.drill;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import io.rejoinder.system.client.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The open topic agrees with what can be read: the last record of each comment, which is the one
 * that compaction keeps, is its newest and says what readers see.
 */
final class PublishedProof {

  private final TopicReader topics;

  PublishedProof(TopicReader topics) {
    this.topics = topics;
  }

  Map<TopicPartition, Long> ends() {
    return topics.ends(Topics.COMMENTS_PUBLISHED);
  }

  void check(List<Life> lives, Findings findings) {
    Map<String, CommentChange> last = new HashMap<>();
    int partitions = ends().size();
    for (TopicReader.Entry entry : topics.whole(Topics.COMMENTS_PUBLISHED)) {
      if (entry.event() instanceof CommentChange change) {
        CommentChange before = last.put(change.key(), change);
        checkOrder(before, change, findings);
        if (entry.partition() != Topics.partitionOfThread(change.thread().value(), partitions)) {
          findings.wrong("published on another partition than its thread's: " + change.key());
        }
      }
    }
    for (Life life : lives) {
      checkLast(life, last.get(life.id()), findings);
    }
  }

  /** A change may be announced again, with its version; an older one never after a newer one. */
  private static void checkOrder(
      @Nullable CommentChange before, CommentChange change, Findings findings) {
    if (before == null) {
      return;
    }
    if (change.version() < before.version()) {
      findings.doubled(
          change.key(),
          "version %d announced after %d".formatted(change.version(), before.version()));
    } else if (change.version() == before.version() && !change.equals(before)) {
      findings.doubled(
          change.key(), "version %d announced twice, differently".formatted(change.version()));
    }
  }

  private static void checkLast(Life life, @Nullable CommentChange change, Findings findings) {
    String shown = life.standing().shown();
    String announced = change == null ? null : text(change);
    if (shown == null ? announced != null : !shown.equals(announced)) {
      findings.missing(life.id(), "announced as %s (expected: %s)".formatted(announced, shown));
    }
  }

  private static @Nullable String text(CommentChange change) {
    if (change instanceof CommentPublished published) {
      return published.text();
    }
    if (change instanceof CommentRevised revised) {
      return revised.text();
    }
    if (change instanceof CommentRemoved) {
      return null;
    }
    throw new IllegalStateException(change.getClass().getName());
  }
}
