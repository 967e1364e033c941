package io.rejoinder.moderation.intake;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.EventType;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.moderation.record.Candidate;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one transaction writes: the states that a batch of commands gives, and the records of it
 * that cannot be read. The states lie over the committed ones and become them once the transaction
 * is.
 */
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  private final OwnedStates owned;
  private final Map<CommentId, Written> overlay = new LinkedHashMap<>();
  private final List<ProducerRecord<byte[], byte[]>> output = new ArrayList<>();
  private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
  private final List<Counted> counted = new ArrayList<>();

  Batch(OwnedStates owned) {
    this.owned = owned;
  }

  /** Folds what was polled. */
  void fold(ConsumerRecords<byte[], byte[]> records, BatchJudge judge, Fold fold) {
    List<Command> commands = new ArrayList<>(records.count());
    for (String topic : Commands.TOPICS) {
      for (ConsumerRecord<byte[], byte[]> record : records.records(topic)) {
        read(record).ifPresent(command -> commands.add(new Command(record, command)));
      }
    }
    records.nextOffsets().forEach(positions::put);
    judge.prepare(candidates(commands));
    commands.forEach(command -> fold(command, fold));
  }

  private Optional<CommentCommand> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Commands.read(record);
    } catch (UnreadableEvent e) {
      putAside(record, e.getMessage());
      return Optional.empty();
    }
  }

  /** What is sure to be judged: new comments. Edits are judged in turn, they need the state. */
  private List<Candidate> candidates(List<Command> commands) {
    Map<CommentId, Candidate> candidates = new LinkedHashMap<>();
    for (Command command : commands) {
      CommentId id = command.command().comment();
      if (!owned.knows(command.record().partition(), id)) {
        if (command.command() instanceof Submit submit) {
          candidates.putIfAbsent(id, Candidate.of(submit));
        } else if (command.command() instanceof Import imported) {
          candidates.putIfAbsent(id, Candidate.of(imported));
        }
      }
    }
    return List.copyOf(candidates.values());
  }

  private void fold(Command command, Fold fold) {
    int partition = command.record().partition();
    try {
      Folded folded = fold.fold(before(partition, command.command().comment()), command.command());
      CommentState state = folded.written();
      if (state != null) {
        ProducerRecord<byte[], byte[]> record =
            CODEC.write(Topics.COMMENTS_MODERATED, partition, state);
        output.add(record);
        overlay.put(state.id(), new Written(state, record));
      }
      counted.add(
          new Counted(
              EventType.of(command.command()).name().toLowerCase(Locale.ROOT),
              folded.result(),
              command.command().at()));
    } catch (UnreadableEvent | IllegalArgumentException e) {
      // A state that cannot be read, or one that is larger than a record may be.
      putAside(command.record(), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable CommentState before(int partition, CommentId id) {
    Written written = overlay.get(id);
    return written == null ? owned.get(partition, id) : written.state();
  }

  private void putAside(ConsumerRecord<byte[], byte[]> record, @Nullable String defect) {
    LOG.warn("{}-{} offset {}: {}", record.topic(), record.partition(), record.offset(), defect);
    output.add(
        new ProducerRecord<>(
            Topics.deadLettersOf(record.topic()),
            null,
            null,
            record.key(),
            record.value(),
            record.headers()));
    counted.add(new Counted(record.topic(), Counted.DEAD, Instant.EPOCH));
  }

  /** The records to send, in order. */
  List<ProducerRecord<byte[], byte[]>> output() {
    return output;
  }

  /** From where the inputs are read next. */
  Map<TopicPartition, OffsetAndMetadata> positions() {
    return positions;
  }

  /** What happened, for counting once it is committed. */
  List<Counted> counted() {
    return counted;
  }

  /** Lays the states over the committed ones, which they are now. */
  void committed() {
    for (Written written : overlay.values()) {
      int partition = written.record().partition();
      owned.put(partition, written.record().key(), written.record().value());
    }
  }

  private record Command(ConsumerRecord<byte[], byte[]> record, CommentCommand command) {}

  private record Written(CommentState state, ProducerRecord<byte[], byte[]> record) {}

  /**
   * One command that was dealt with.
   *
   * @param kind of command; the topic for one that could not be read
   * @param result what became of it
   * @param at when it was sent
   */
  record Counted(String kind, String result, Instant at) {
    static final String DEAD = "dead";
  }
}
