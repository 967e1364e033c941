package io.rejoinder.moderation.audit;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Literal;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.CommentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn at writing the chain. Every instance asks for the chain's only partition in one group,
 * so one has it. It reads the chain whole, then follows the states of all comments, and appends
 * what is missing in a transaction with the positions that it has read up to; its transactional id
 * is everyone's, so that a predecessor which does not know that it lost its turn is fenced.
 */
final class Shift implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final TopicPartition CHAIN = new TopicPartition(Topics.AUDITED, 0);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Nobody waits for an entry: few large fetches instead of many small ones. */
  private static final Duration REST = Duration.ofMillis(100);

  private static final Duration CLOSE = Duration.ofSeconds(3);

  /** Positions without anything to append are remembered this often: they save reading only. */
  private static final Duration REMEMBER = Duration.ofSeconds(5);

  /**
   * Stands in the JSON of every state with a human decision. Nearly all have none, and are passed
   * over unread.
   */
  private static final Literal DECIDED = new Literal("\"moderator\"");

  private final Audit audit;
  private final EventCodec codec = new EventCodec("/moderation-service");
  private final Chain chain = new Chain();
  private final KafkaConsumer<byte[], byte[]> turn;
  private final KafkaConsumer<byte[], byte[]> states;
  private final KafkaProducer<byte[], byte[]> producer;
  private boolean began;
  private long remembered = System.nanoTime();

  Shift(Audit audit, AuditClients clients) {
    this.audit = audit;
    this.turn = clients.turn();
    this.states = clients.states();
    this.producer = clients.producer();
    turn.subscribe(List.of(Topics.AUDITED));
  }

  /** Makes {@link #step} end soon. For any thread. */
  void wakeup() {
    turn.wakeup();
    states.wakeup();
  }

  /** Does what there is to do; false once the turn is another instance's. */
  boolean step() {
    // Without a poll now and then the group would take this instance for dead.
    ConsumerRecords<byte[], byte[]> ahead = turn.poll(began ? Duration.ZERO : POLL);
    boolean mine = turn.assignment().contains(CHAIN);
    if (mine && !began) {
      begin(ahead);
    } else if (mine) {
      ConsumerRecords<byte[], byte[]> records = states.poll(POLL);
      follow(records);
      if (!records.isEmpty()) {
        LockSupport.parkNanos(REST.toNanos());
      }
    }
    return mine || !began;
  }

  private void begin(ConsumerRecords<byte[], byte[]> ahead) {
    // Ends what a predecessor left open: behind this the chain's end is everything there is.
    producer.initTransactions();
    ahead.records(CHAIN).forEach(this::take);
    long end = turn.endOffsets(Set.of(CHAIN)).getOrDefault(CHAIN, 0L);
    while (turn.position(CHAIN) < end) {
      turn.poll(POLL).records(CHAIN).forEach(this::take);
    }
    turn.pause(Set.of(CHAIN));
    seekStates();
    began = true;
    audit.stands(chain, 0);
    LOG.info("writes the audit from entry {} on", chain.length() + 1);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (EventCodec.read(record.headers(), record.value()).orElse(null) instanceof AuditEntry e) {
        chain.append(e);
      }
    } catch (UnreadableEvent e) {
      LOG.error("{} offset {}: {}", record.topic(), record.offset(), e.toString());
    }
  }

  private void seekStates() {
    List<TopicPartition> all =
        states.partitionsFor(Topics.COMMENTS_MODERATED).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    states.assign(all);
    states.seekToBeginning(all);
    turn.committed(Set.copyOf(all))
        .forEach(
            (partition, position) -> {
              if (position != null) {
                states.seek(partition, position.offset());
              }
            });
  }

  private void follow(ConsumerRecords<byte[], byte[]> records) {
    List<AuditEntry> fresh = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      for (AuditEntry entry : missing(record)) {
        chain.append(entry);
        fresh.add(entry);
      }
    }
    if (!fresh.isEmpty()) {
      write(fresh);
      audit.stands(chain, fresh.size());
    } else if (System.nanoTime() - remembered > REMEMBER.toNanos()) {
      remembered = System.nanoTime();
      turn.commitSync(positions());
    }
  }

  private List<AuditEntry> missing(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null || !DECIDED.in(record.value())) {
      return List.of();
    }
    try {
      return EventCodec.read(record.headers(), record.value()).orElse(null)
              instanceof CommentState s
          ? chain.missing(s)
          : List.of();
    } catch (UnreadableEvent e) {
      // Nobody but an owner writes here; the projections have reported it as a dead letter.
      LOG.debug("{} offset {}: {}", record.topic(), record.offset(), e.toString());
      return List.of();
    }
  }

  private void write(List<AuditEntry> entries) {
    producer.beginTransaction();
    for (AuditEntry entry : entries) {
      var unused = producer.send(codec.write(Topics.AUDITED, 0, entry));
    }
    producer.sendOffsetsToTransaction(positions(), turn.groupMetadata());
    producer.commitTransaction();
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    states
        .assignment()
        .forEach(
            partition ->
                positions.put(partition, new OffsetAndMetadata(states.position(partition))));
    return positions;
  }

  /** An open transaction is left to the next turn, which ends it. */
  @Override
  public void close() {
    producer.close(CLOSE);
    states.close(CloseOptions.timeout(CLOSE));
    turn.close(CloseOptions.timeout(CLOSE));
  }
}
