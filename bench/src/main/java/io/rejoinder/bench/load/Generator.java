package io.rejoinder.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends requests over a fixed number of connections from the calling thread.
 *
 * <p>All answers that a selection finds are read before the next requests are written, so that a
 * write, by far the dearest call here, does not stand between the arrival of an answer and its
 * clock reading.
 */
public final class Generator implements AutoCloseable {

  /** Bytes that a request may have. */
  public static final int LARGEST_REQUEST = 16 * 1024;

  /** How long answers may be late after the load has ended. */
  private static final long GRACE_NANOS = Duration.ofSeconds(30).toNanos();

  /** No longer than this in one selection: a lost wake-up would otherwise last for ever. */
  private static final long LONGEST_WAIT_MILLIS = 100;

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 20);

  /**
   * Opens the connections.
   *
   * @param connections at least 1
   * @param bodyKept bytes to keep of each answer's body for {@link Answers}
   */
  public Generator(InetSocketAddress server, int connections, int bodyKept) throws IOException {
    selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      this.connections.add(new Connection(server, selector, bodyKept));
    }
    idle.addAll(this.connections);
  }

  /**
   * Runs one load to its end: until the pace is over and each request was answered, or was not
   * within half a minute.
   *
   * @param wanted the status that counts
   */
  public Load run(Pace pace, Requests requests, Answers answers, int wanted) throws IOException {
    long cpuBefore = processCpuNanos();
    long start = System.nanoTime();
    Run run = new Run(requests, answers, new Tally(wanted, start));
    long now = start;
    long giveUpAt = 0;
    while (true) {
      startDue(pace, run, now);
      select(pace.isOver(now) ? GRACE_NANOS : pace.untilNext(now), run);
      now = System.nanoTime();
      if (pace.isOver(now)) {
        giveUpAt = giveUpAt == 0 ? now + GRACE_NANOS : giveUpAt;
        if (idle.size() == connections.size() || now - giveUpAt > 0) {
          break;
        }
      }
    }
    giveUp(run);
    return run.tally.load(start, Duration.ofNanos(processCpuNanos() - cpuBefore));
  }

  private void startDue(Pace pace, Run run, long now) throws IOException {
    while (!idle.isEmpty() && pace.isDue(now)) {
      Connection connection = idle.remove();
      connection.openIfClosed();
      try {
        connection.send(run.requests, pace.take(now));
      } catch (IOException e) {
        lose(connection, run);
      }
    }
  }

  private void select(long nanos, Run run) throws IOException {
    // Rounded up: a request starts up to a millisecond late, which counts as its latency.
    long millis = (nanos + 999_999) / 1_000_000;
    if (idle.isEmpty()) {
      // No request can start before an answer comes, whatever the pace.
      millis = LONGEST_WAIT_MILLIS;
    }
    if (millis == 0) {
      selector.selectNow(key -> handle(key, run));
    } else {
      selector.select(key -> handle(key, run), Math.min(millis, LONGEST_WAIT_MILLIS));
    }
  }

  private void handle(SelectionKey key, Run run) {
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isWritable()) {
        connection.write();
      }
      if (connection.read(in)) {
        run.tally.answered(connection.status(), connection.startedAt(), System.nanoTime());
        connection.tell(run.answers);
        idle.add(connection);
      }
    } catch (IOException e) {
      lose(connection, run);
    }
  }

  private void lose(Connection connection, Run run) {
    if (connection.isBusy()) {
      run.tally.lost();
      idle.add(connection);
    }
    connection.close();
  }

  private void giveUp(Run run) {
    for (Connection connection : connections) {
      if (connection.isBusy()) {
        lose(connection, run);
      }
    }
  }

  private static long processCpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }

  private record Run(Requests requests, Answers answers, Tally tally) {}
}
