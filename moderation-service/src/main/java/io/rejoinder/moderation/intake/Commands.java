package io.rejoinder.moderation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.Claim;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Erase;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Report;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Withdraw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The command topics, in the order in which a batch of theirs is folded, and how they are read. */
final class Commands {

  static final List<String> TOPICS =
      List.of(Topics.COMMENTS_SUBMITTED, Topics.COMMENTS_JUDGED, Topics.COMMENTS_IMPORTED);

  private static final Map<String, Set<Class<?>>> EXPECTED =
      Map.of(
          Topics.COMMENTS_SUBMITTED,
              Set.of(
                  Submit.class,
                  Revise.class,
                  Claim.class,
                  Withdraw.class,
                  Erase.class,
                  Report.class,
                  Appeal.class),
          Topics.COMMENTS_JUDGED, Set.of(Decide.class, Undo.class),
          Topics.COMMENTS_IMPORTED, Set.of(Import.class));

  private Commands() {}

  /**
   * The command of a record; empty for a type that this version does not know.
   *
   * @throws UnreadableEvent if it is no command, not one of this topic, or not under its own key:
   *     under another key it could be on a partition that is not its comment's
   */
  static Optional<CommentCommand> read(ConsumerRecord<byte[], byte[]> record) {
    Optional<Event> read = EventCodec.read(record.headers(), record.value());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Event event = read.get();
    if (!(event instanceof CommentCommand command)
        || !EXPECTED.getOrDefault(record.topic(), Set.of()).contains(event.getClass())) {
      throw new UnreadableEvent("no command of " + record.topic(), null);
    }
    if (!Arrays.equals(record.key(), command.key().getBytes(UTF_8))) {
      throw new UnreadableEvent("the record's key is not the comment's id", null);
    }
    return Optional.of(command);
  }
}
