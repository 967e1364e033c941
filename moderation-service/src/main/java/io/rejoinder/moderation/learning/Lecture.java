package io.rejoinder.moderation.learning;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.learning.Teach;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Takes in what other sites say of comments that they keep themselves. The models read the text
 * here, and it goes no further; what they read is written as a command, of which the writer of the
 * examples makes one. Threadsafe; reading takes milliseconds, and sending may wait for the broker.
 */
public final class Lecture {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  private final Teacher teacher;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final Clock clock;

  Lecture(Teacher teacher, KafkaOperations<byte[], byte[]> kafka, Clock clock) {
    this.teacher = teacher;
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * Says what a comment is.
   *
   * @param comment by which it is known again: the same said again counts once, the other replaces
   *     it
   * @param spam whether it is spam; else it is an honest comment
   * @param token the id of the token of who says so: a source, as a moderator is one
   * @param text the whole text; nothing is learned of an empty one
   * @return complete once the broker has it, failed with a {@link
   *     org.apache.kafka.common.KafkaException} where it has not, within the producer's bounds
   */
  public CompletableFuture<Void> hear(CommentId comment, boolean spam, String token, String text) {
    Teach teach = teacher.teach(comment, spam, token, text, clock.instant());
    return teach.lessons().isEmpty()
        ? CompletableFuture.completedFuture(null)
        : kafka.send(CODEC.write(Topics.TAUGHT, teach)).thenAccept(sent -> {});
  }
}
