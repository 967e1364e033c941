package io.rejoinder.bench.ceiling;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Ties a server's life to that of the process that started it. */
final class Lifeline {

  private Lifeline() {}

  /** Announces the port and returns once standard input is at its end, however that came about. */
  static void announceAndHold(int port) {
    System.out.println("ready " + port);
    System.out.flush();
    try {
      while (System.in.read() >= 0) {
        // Nothing is said on it: only its end counts.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
