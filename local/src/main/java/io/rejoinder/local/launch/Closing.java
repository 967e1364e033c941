package io.rejoinder.local.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be ended in the reverse order, once. Something that is started while
 * the end is under way, as after Ctrl-C during a start, is ended at once.
 */
final class Closing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /** Takes over something that has just been started, and returns it. */
  synchronized <T extends AutoCloseable> T add(T part) {
    if (closed) {
      end(part);
      throw new IllegalStateException("stopped while starting");
    }
    started.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      end(started.pop());
    }
  }

  /** One part that fails to end does not keep the others from ending. */
  private static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("{} did not end cleanly", part, e);
    }
  }
}
