package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A thread whose site lets every comment wait for a moderator, as the edge said of it. */
final class Premoderated implements Screen {

  @Override
  public String name() {
    return "premoderated";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    Circumstances circumstances = subject.circumstances();
    return circumstances != null && Boolean.TRUE.equals(circumstances.premoderated())
        ? Map.of("premoderated", "1")
        : Map.of();
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    boolean waits = Values.number(values, "premoderated") > 0;
    Map<String, String> all = new HashMap<>(values);
    if (waits) {
      all.put("hold", "1");
    }
    return new Evidence(
        name(),
        0,
        waits ? "every comment of this thread waits for a moderator" : "no moderator is needed",
        List.of(),
        all);
  }
}
