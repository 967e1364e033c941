package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.settings.ScreeningSettings;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run over the log. Each partition is read twice: for where the newest state of each comment
 * stands, by keys alone, and then to judge these. Memory is what the comments of one partition take
 * at 16 bytes of key and place each, times what a map adds (about 100 bytes).
 *
 * <p>After each batch it gives way to live screening: see {@link Pace}. {@link #run} is for one
 * thread, everything else for any.
 */
final class Trial implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

  private final Plan plan;
  private final Supplier<StateLog> log;
  private final Rejudge rejudge;
  private final Pace pace;
  private final Tally tally = new Tally();
  private volatile State state = State.RUNNING;
  private volatile long read;
  private volatile long total;
  private volatile boolean stopped;

  Trial(Plan plan, Supplier<StateLog> log, Rejudge rejudge, Pace pace) {
    this.plan = plan;
    this.log = log;
    this.rejudge = rejudge;
    this.pace = pace;
  }

  /**
   * What is tried.
   *
   * @param id of the trial
   * @param current the settings in force
   * @param candidate the settings that are tried
   * @param since revisions written then or later; null for all
   * @param by who asked for it
   * @param at when
   */
  record Plan(
      String id,
      ScreeningSettings current,
      ScreeningSettings candidate,
      @Nullable Instant since,
      By by,
      Instant at) {}

  /** How far it has come. */
  enum State {
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Plan plan() {
    return plan;
  }

  Tally tally() {
    return tally;
  }

  State state() {
    return state;
  }

  /** Offsets that were read, of {@link #total}; each counts twice, as it is read twice. */
  long read() {
    return read;
  }

  /** Offsets to read, by the ends of the partitions when it began; 0 until they are known. */
  long total() {
    return total;
  }

  /** The share of its time in which it works now; less than 1 while it gives way. */
  double duty() {
    return pace.duty();
  }

  /** Ends it after the batch at hand; what was counted stays. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try (StateLog states = log.get()) {
      Rejudge.Judge current = rejudge.by(plan.current());
      Rejudge.Judge candidate = rejudge.by(plan.candidate());
      List<StateLog.Piece> pieces = states.since(plan.since());
      total = 2 * pieces.stream().mapToLong(StateLog.Piece::offsets).sum();
      for (StateLog.Piece piece : pieces) {
        one(states, piece, current, candidate);
      }
      state = stopped ? State.STOPPED : State.DONE;
    } catch (RuntimeException e) {
      LOG.warn("trial {} failed: {}", plan.id(), e.toString());
      state = State.FAILED;
    }
  }

  private void one(
      StateLog states, StateLog.Piece piece, Rejudge.Judge current, Rejudge.Judge candidate) {
    Map<ByteBuffer, Long> newest = new HashMap<>();
    states.read(
        piece,
        () -> !stopped,
        (records, offsets) -> {
          records.forEach(record -> newest.put(key(record), record.offset()));
          rest(offsets);
        });
    states.read(
        piece,
        () -> !stopped,
        (records, offsets) -> {
          for (ConsumerRecord<byte[], byte[]> record : records) {
            if (newest.getOrDefault(key(record), -1L) == record.offset()) {
              StateLog.state(record)
                  .filter(this::isInRange)
                  .ifPresent(comment -> tally.count(comment, current, candidate));
            }
          }
          rest(offsets);
        });
  }

  private static ByteBuffer key(ConsumerRecord<byte[], byte[]> record) {
    return ByteBuffer.wrap(record.key());
  }

  private boolean isInRange(CommentState comment) {
    Instant since = plan.since();
    return since == null || !comment.newest().at().isBefore(since);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  private void rest(long offsets) {
    read += offsets;
    pace.rest(() -> !stopped);
  }
}
