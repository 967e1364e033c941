package io.rejoinder.bench.measure;

import io.rejoinder.bench.load.Answers;
import io.rejoinder.bench.load.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** What was accepted, by thread; of the first thread, the ids as well. */
final class Accepted implements Answers {

  /** Bytes of an answer that hold its id. */
  static final int ANSWER_KEPT = 128;

  private final long[] byThread;
  private final List<String> idsOfFirst = new ArrayList<>();

  Accepted(int threads) {
    byThread = new long[threads];
  }

  @Override
  public void answered(int thread, int status, Excerpt body, long startedAt) {
    if (status != 202) {
      return;
    }
    byThread[thread]++;
    if (thread == 0) {
      String id = body.member("id");
      if (id == null) {
        throw new IllegalStateException("an answer without an id: " + body.text());
      }
      idsOfFirst.add(id);
    }
  }

  long in(int thread) {
    return byThread[thread];
  }

  List<String> idsOfFirst() {
    return List.copyOf(idsOfFirst);
  }
}
