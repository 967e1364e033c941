package io.rejoinder.bench.speed;

import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.text.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The whole fast path: canonical form, every screen, model, evidence and decision. The texts are
 * made beforehand, and each comment is a new one to the screens.
 */
@State(Scope.Benchmark)
public class ScreeningSpeed {

  /** Comments that the owner's loop hands over at once under load. */
  static final int BATCH = 64;

  /** Ready texts: more than the second-level cache holds. */
  private static final int TEXTS = BATCH * 256;

  /** How many comments the screens have seen before. */
  @Param("0")
  int seen;

  private final Traffic traffic = new Traffic();
  private final List<List<Screening.Text>> batches = new ArrayList<>();
  private FastPath path = new FastPath();
  private int next;

  /** Fills the windows, and makes the texts that come then. */
  @Setup(Level.Trial)
  public void fill() {
    for (int i = 0; i < seen; i++) {
      path.observe(traffic.next());
    }
    refill();
  }

  /** New comments for each iteration: one that was seen would be known. */
  @Setup(Level.Iteration)
  public void refill() {
    batches.clear();
    for (int i = 0; i < TEXTS / BATCH; i++) {
      List<Screening.Text> batch = new ArrayList<>(BATCH);
      for (int j = 0; j < BATCH; j++) {
        batch.add(traffic.nextText());
      }
      batches.add(batch);
    }
    next = 0;
  }

  /** Ends the screens' thread. */
  @TearDown(Level.Trial)
  public void close() {
    path.close();
  }

  /** Comments by the batch, as under load. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(BATCH)
  public List<Judged> batch() {
    return path.decide(batches.get(next++ % batches.size()));
  }

  /** One comment alone, with the hand-over to the screens' thread and back. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public List<Judged> single() {
    int at = next++;
    return path.decide(List.of(batches.get(at / BATCH % batches.size()).get(at % BATCH)));
  }

  /** Ceiling: the canonical form alone, which no screen can do without. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public Canonical canonical() {
    int at = next++;
    return Canonical.of(batches.get(at / BATCH % batches.size()).get(at % BATCH).text());
  }
}
