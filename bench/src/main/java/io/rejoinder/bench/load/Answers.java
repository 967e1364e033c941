package io.rejoinder.bench.load;

/** Told of each whole answer, on the generator's thread. */
@FunctionalInterface
public interface Answers {

  /** Counts and times alone are wanted. */
  Answers IGNORED = (tag, status, body, startedAt) -> {};

  /**
   * One answer is whole.
   *
   * @param tag what {@link Requests#next} gave for the request
   * @param status the HTTP status
   * @param body the first bytes of the body; reused for the next answer
   * @param startedAt when the request was due, in {@link System#nanoTime()}
   */
  void answered(int tag, int status, Excerpt body, long startedAt);
}
