package io.rejoinder.moderation.scribe;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * One turn at writing a log. Every instance asks for the log's only partition in one group, so one
 * has it. It reads the log whole, then follows its inputs, the states of all comments, and appends
 * what is missing in a transaction with the positions that it has read up to; its transactional id
 * is everyone's, so that a predecessor which does not know that it lost its turn is fenced.
 */
final class Shift implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Nobody waits for a record: few large fetches instead of many small ones. */
  private static final Duration REST = Duration.ofMillis(100);

  private static final Duration CLOSE = Duration.ofSeconds(3);

  /** Positions without anything to append are remembered this often: they save reading only. */
  private static final Duration REMEMBER = Duration.ofSeconds(5);

  private final EventCodec codec = new EventCodec("/moderation-service");
  private final TopicPartition log;
  private final Ledger ledger;
  private final KafkaConsumer<byte[], byte[]> turn;
  private final KafkaConsumer<byte[], byte[]> inputs;
  private final KafkaProducer<byte[], byte[]> producer;
  private boolean began;
  private long remembered = System.nanoTime();

  Shift(String topic, Ledger ledger, ScribeClients clients) {
    this.log = new TopicPartition(topic, 0);
    this.ledger = ledger;
    this.turn = clients.turn();
    this.inputs = clients.inputs();
    this.producer = clients.producer();
    turn.subscribe(List.of(topic));
  }

  /** Makes {@link #step} end soon. For any thread. */
  void wakeup() {
    turn.wakeup();
    inputs.wakeup();
  }

  /** Does what there is to do; false once the turn is another instance's. */
  boolean step() {
    // Without a poll now and then the group would take this instance for dead.
    ConsumerRecords<byte[], byte[]> ahead = turn.poll(began ? Duration.ZERO : POLL);
    boolean mine = turn.assignment().contains(log);
    if (mine && !began) {
      begin(ahead);
    } else if (mine) {
      ConsumerRecords<byte[], byte[]> records = inputs.poll(POLL);
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
    ahead.records(log).forEach(this::take);
    long end = turn.endOffsets(Set.of(log)).getOrDefault(log, 0L);
    while (turn.position(log) < end) {
      turn.poll(POLL).records(log).forEach(this::take);
    }
    turn.pause(Set.of(log));
    seekInputs();
    began = true;
    ledger.stands(0);
    LOG.info("writes {} from number {} on", log.topic(), ledger.length() + 1);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      EventCodec.read(record.headers(), record.value()).ifPresent(ledger::take);
    } catch (UnreadableEvent e) {
      LOG.error("{} offset {}: {}", record.topic(), record.offset(), e.toString());
    }
  }

  private void seekInputs() {
    List<TopicPartition> all =
        ledger.inputs().stream()
            .flatMap(topic -> inputs.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    inputs.assign(all);
    inputs.seekToBeginning(all);
    turn.committed(Set.copyOf(all))
        .forEach(
            (partition, position) -> {
              if (position != null && !isReadAnew(partition)) {
                inputs.seek(partition, position.offset());
              }
            });
  }

  private boolean isReadAnew(TopicPartition partition) {
    return ledger.beginsAnew() && partition.topic().equals(Topics.COMMENTS_MODERATED);
  }

  private void follow(ConsumerRecords<byte[], byte[]> records) {
    List<Event> fresh = new ArrayList<>();
    records.forEach(record -> fresh.addAll(missing(record)));
    if (!fresh.isEmpty()) {
      write(fresh);
      ledger.stands(fresh.size());
    } else if (System.nanoTime() - remembered > REMEMBER.toNanos()) {
      remembered = System.nanoTime();
      turn.commitSync(positions());
    }
  }

  private List<? extends Event> missing(ConsumerRecord<byte[], byte[]> record) {
    boolean passed =
        record.value() == null
            || (record.topic().equals(Topics.COMMENTS_MODERATED)
                && !ledger.concerns(record.value()));
    if (passed) {
      return List.of();
    }
    try {
      Optional<Event> input = EventCodec.read(record.headers(), record.value());
      return input.isPresent() ? ledger.missing(input.get()) : List.of();
    } catch (UnreadableEvent e) {
      // Nobody but this service writes here; the projections have reported a state as a dead
      // letter.
      LOG.debug("{} offset {}: {}", record.topic(), record.offset(), e.toString());
      return List.of();
    }
  }

  private void write(List<Event> fresh) {
    producer.beginTransaction();
    for (Event event : fresh) {
      var unused = producer.send(codec.write(log.topic(), log.partition(), event));
    }
    producer.sendOffsetsToTransaction(positions(), turn.groupMetadata());
    producer.commitTransaction();
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    inputs
        .assignment()
        .forEach(
            partition ->
                positions.put(partition, new OffsetAndMetadata(inputs.position(partition))));
    return positions;
  }

  /** An open transaction is left to the next turn, which ends it. */
  @Override
  public void close() {
    producer.close(CLOSE);
    inputs.close(CloseOptions.timeout(CLOSE));
    turn.close(CloseOptions.timeout(CLOSE));
  }
}
