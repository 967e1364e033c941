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
import java.util.Objects;
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
    Map<String, CommentChange> newest = new HashMap<>();
    int partitions = ends().size();
    for (TopicReader.Entry entry : topics.whole(Topics.COMMENTS_PUBLISHED)) {
      if (entry.event() instanceof CommentChange change) {
        last.put(change.key(), change);
        newest.merge(change.key(), change, (before, now) -> newer(before, now, findings));
        if (entry.partition() != Topics.partitionOfThread(change.thread().value(), partitions)) {
          findings.wrong("published on another partition than its thread's: " + change.key());
        }
      }
    }
    newest.forEach((id, change) -> checkLast(change, last.get(id), findings));
    Readership readership = new Readership(lives);
    lives.forEach(life -> checkText(life, readership.shown(life), last.get(life.id()), findings));
  }

  /** A change may be announced again, with its version and so with its content. */
  private static CommentChange newer(CommentChange before, CommentChange now, Findings findings) {
    if (before.version() == now.version() && !Objects.equals(text(before), text(now))) {
      findings.doubled(
          now.key(), "version %d announced twice, differently".formatted(now.version()));
    }
    return now.version() >= before.version() ? now : before;
  }

  /** An older one after a newer one does no harm if the newest comes after it again. */
  private static void checkLast(
      CommentChange newest, @Nullable CommentChange last, Findings findings) {
    if (last == null || last.version() != newest.version()) {
      findings.doubled(newest.key(), "an older announcement is the topic's last word");
    }
  }

  private static void checkText(
      Life life, @Nullable String shown, @Nullable CommentChange change, Findings findings) {
    String announced = change == null ? null : text(change);
    if (!Objects.equals(shown, announced)) {
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
