package io.rejoinder.moderation.intake;

import io.rejoinder.events.Topics;
import io.rejoinder.moderation.record.Fold;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the loop, from joining the group to the first failure. After a failure nothing of it
 * is used again: whether its last transaction was committed is for the next life to read.
 */
final class Ownership implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE = Duration.ofSeconds(3);

  /** Commands in a batch from which on there are more than come one by one. */
  private static final int BUSY = 8;

  private static final Duration REST = Duration.ofMillis(20);
  private static final Duration SHORT_REST = Duration.ofMillis(5);

  private final Owner owner;
  private final Fold fold;
  private final OwnedStates states;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Restore restore;

  /** Aborts what the life before left open, then joins the group. */
  Ownership(Owner owner, KafkaClients clients, BooleanSupplier going) {
    this.owner = owner;
    this.fold = new Fold(owner.judge());
    this.states = new OwnedStates();
    this.restore = new Restore(clients, states, going);
    this.producer = clients.producer();
    try {
      producer.initTransactions();
      this.consumer = clients.consumer();
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
    consumer.subscribe(Commands.TOPICS, new Assignments());
  }

  OwnedStates states() {
    return states;
  }

  /** Makes {@link #step} return or fail soon. For any thread. */
  void wakeup() {
    consumer.wakeup();
  }

  /** Polls once; folds and commits what came. */
  void step() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    owner.throttle().apply(consumer);
    if (!records.isEmpty()) {
      owner.meters().busy().during(() -> commit(records));
      // What comes meanwhile shares the next transaction.
      LockSupport.parkNanos((records.count() < BUSY ? SHORT_REST : REST).toNanos());
    }
  }

  private void commit(ConsumerRecords<byte[], byte[]> records) {
    producer.beginTransaction();
    try {
      Batch batch = new Batch(states);
      batch.fold(records, owner.judge(), fold);
      Map<Integer, Future<RecordMetadata>> last = new HashMap<>();
      for (ProducerRecord<byte[], byte[]> record : batch.output()) {
        Future<RecordMetadata> sent = producer.send(record);
        if (record.topic().equals(Topics.COMMENTS_MODERATED)) {
          last.put(record.partition(), sent);
        }
      }
      producer.sendOffsetsToTransaction(batch.positions(), consumer.groupMetadata());
      producer.commitTransaction();
      batch.committed();
      last.forEach((partition, sent) -> states.next(partition, offset(sent) + 1));
      owner.meters().committed(batch.counted());
    } catch (RuntimeException e) {
      abort(e);
      throw e;
    }
  }

  private void abort(RuntimeException cause) {
    owner.meters().aborted();
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      // Fenced, or the broker is away: the broker aborts it when the next life begins or it is due.
      cause.addSuppressed(e);
    }
  }

  private static long offset(Future<RecordMetadata> sent) {
    try {
      return sent.get().offset();
    } catch (ExecutionException e) {
      throw new KafkaException("a committed record has no offset", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Leaves nothing behind that answers to the group; what was not committed is not. */
  @Override
  public void close() {
    try {
      producer.close(CLOSE);
    } finally {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE));
      states.end();
    }
  }

  private final class Assignments implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      Set<Integer> partitions = numbers(consumer.assignment());
      owner.restoring(partitions);
      states.retain(partitions);
      // Waits until the positions are stable: no transaction that covers them is open any more.
      consumer.assignment().forEach(consumer::position);
      owner.meters().restored(() -> restore.partitions(partitions));
      LOG.info("owner of partitions {} with {} states", partitions, states.size());
      owner.running(partitions);
    }

    /** The states are kept: if the partition comes back, what others wrote meanwhile is read. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      LOG.info("partitions {} revoked", numbers(revoked));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
      LOG.warn("partitions {} lost: this instance was silent for too long", numbers(lost));
      states.retain(Set.of());
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
      Set<Integer> numbers = new TreeSet<>();
      partitions.forEach(partition -> numbers.add(partition.partition()));
      return numbers;
    }
  }
}
