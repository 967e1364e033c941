package io.rejoinder.review.review;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.EventCodec;
import java.time.Clock;
import java.util.Map;

/** A writer whose broker never answers. */
public final class UnreachableBroker {

  private UnreachableBroker() {}

  /** The writer, with the broker's address. */
  public static ReviewWriting writing(Map<String, Object> kafka) {
    return new ReviewWriting(
        new ReviewLog(kafka, new EventCodec("/review-service")),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }
}
