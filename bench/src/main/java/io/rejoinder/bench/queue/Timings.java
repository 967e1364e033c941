package io.rejoinder.bench.queue;

import io.rejoinder.bench.load.Quantiles;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each kind of request took, from when it was sent to its whole answer. Threadsafe. */
final class Timings {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 3;

  private final Map<Asked, Histogram> nanos = new EnumMap<>(Asked.class);

  Timings() {
    for (Asked asked : Asked.values()) {
      nanos.put(asked, new ConcurrentHistogram(LONGEST, DIGITS));
    }
  }

  /** What a moderator asks for. */
  enum Asked {
    /** The session alone: what a request costs that reads nothing. */
    SESSION,
    /** The first page of what waits, most urgent first, with the size of the list. */
    OPENING,
    /** The same with a filter. */
    FILTERING,
    /** The item behind the one in hand. */
    NEXT,
    /** How many a batch would be about, and some of them. */
    PREVIEW,
    /** The sizes of all lists. */
    SIZES,
    /** A decision, answered once it is carried out. */
    DECISION
  }

  <T> T time(Asked asked, Request<T> request) throws IOException {
    long begin = System.nanoTime();
    T answer = request.send();
    of(asked).recordValue(Math.min(LONGEST, System.nanoTime() - begin));
    return answer;
  }

  private Histogram of(Asked asked) {
    Histogram histogram = nanos.get(asked);
    if (histogram == null) {
      throw new IllegalStateException(asked + " is not counted");
    }
    return histogram;
  }

  /** What there was of each kind. */
  Map<Asked, Quantiles> quantiles() {
    Map<Asked, Quantiles> all = new EnumMap<>(Asked.class);
    nanos.forEach((asked, histogram) -> all.put(asked, Quantiles.of(histogram)));
    return all;
  }

  /** A request that is timed. */
  interface Request<T> {
    T send() throws IOException;
  }
}
