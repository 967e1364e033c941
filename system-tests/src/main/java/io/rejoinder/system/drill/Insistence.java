package io.rejoinder.system.drill;

import io.rejoinder.system.client.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends the same command again until it is answered. No answer and {@code 503} mean that nobody
 * knows yet; any other answer that is not expected is a surprise, and is counted as one.
 * Threadsafe.
 */
final class Insistence {

  private static final long FIRST_PAUSE_MILLIS = 40;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  /** A server that answers wrongly this often to one command will not change its mind. */
  private static final int SURPRISES_BORNE = 20;

  private final Bound bound;
  private final Map<String, LongAdder> repeated = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> surprises = new ConcurrentHashMap<>();

  Insistence(Bound bound) {
    this.bound = bound;
  }

  /** One attempt. */
  interface Attempt {
    Answer send() throws IOException;
  }

  /**
   * An answer, at last.
   *
   * @param answer the answer
   * @param certain whether no earlier attempt can have been the one that counted
   */
  record Answered(Answer answer, boolean certain) {
    int status() {
      return answer.status();
    }
  }

  /** A command that was never answered as it must be. */
  static final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GaveUp(String what) {
      super(what);
    }
  }

  /**
   * Sends until the answer's status is one of these.
   *
   * @param what the command, for counting
   * @throws GaveUp if the answers are other ones all the time
   */
  Answered until(String what, Set<Integer> expected, Attempt attempt) {
    long pause = FIRST_PAUSE_MILLIS;
    int surprised = 0;
    boolean certain = true;
    while (true) {
      try {
        Answer answer = attempt.send();
        if (expected.contains(answer.status())) {
          return new Answered(answer, certain);
        }
        certain = false;
        if (isSurprise(answer)) {
          count(surprises, what + ": " + answer.brief());
          if (++surprised == SURPRISES_BORNE) {
            throw new GaveUp(what + ": " + answer.brief());
          }
        }
        count(repeated, answer.brief());
      } catch (IOException e) {
        certain = false;
        count(repeated, "unanswered");
      }
      bound.pause(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  /** How often something was sent again, by cause. */
  Map<String, Long> repeated() {
    return numbers(repeated);
  }

  /** What no client should ever have been answered. */
  Map<String, Long> surprises() {
    return numbers(surprises);
  }

  private static boolean isSurprise(Answer answer) {
    return answer.status() != 503 && answer.status() != 202;
  }

  private static void count(Map<String, LongAdder> counts, String cause) {
    counts.computeIfAbsent(cause, key -> new LongAdder()).increment();
  }

  private static Map<String, Long> numbers(Map<String, LongAdder> counts) {
    Map<String, Long> numbers = new TreeMap<>();
    counts.forEach((cause, count) -> numbers.put(cause, count.sum()));
    return numbers;
  }
}
