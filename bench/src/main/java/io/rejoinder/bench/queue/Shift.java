package io.rejoinder.bench.queue;

import io.rejoinder.bench.learning.Desk;
import io.rejoinder.bench.queue.Timings.Asked;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A moderator who decides on one comment after the other, at a pace of their own. */
final class Shift implements Callable<Integer> {

  private static final String HELD = "/api/queue?state=held&sort=harm";

  /** Filters of every kind: of all, of some and of few. */
  private static final List<String> FILTERS =
      List.of(
          "language:en",
          "spam:<0.5",
          "film",
          "\"the film\" -music",
          "after:2026-01-01 toxic:<0.9",
          "author:anna",
          "is:reply",
          "domain:nowhere.example",
          "reason:abuse",
          "review:bench");

  private final Desk desk;
  private final Timings timings;
  private final int decisions;
  private final long pauseNanos;

  /**
   * A shift.
   *
   * @param decisions how many to make
   * @param seconds in how much time
   */
  Shift(Desk desk, Timings timings, int decisions, double seconds) {
    this.desk = desk;
    this.timings = timings;
    this.decisions = decisions;
    this.pauseNanos = (long) (seconds * 1e9 / decisions);
  }

  /** How many decisions were refused, as another was quicker. */
  @Override
  public Integer call() throws IOException {
    int refused = 0;
    long due = System.nanoTime();
    for (int i = 0; i < decisions; i++) {
      due += pauseNanos;
      timings.time(Asked.SESSION, () -> desk.get("/api/session"));
      String filter = FILTERS.get(i % FILTERS.size());
      timings.time(Asked.FILTERING, () -> desk.get(HELD + "&limit=30&q=" + encoded(filter)));
      timings.time(Asked.PREVIEW, () -> desk.get(HELD + "&limit=5&q=" + encoded(filter)));
      timings.time(Asked.SIZES, () -> desk.get("/api/queue/sizes"));
      JsonNode page = timings.time(Asked.OPENING, () -> desk.get(HELD + "&limit=30"));
      String next = page.path("next").asString("");
      timings.time(Asked.NEXT, () -> desk.get(HELD + "&limit=1&after=" + next));
      // Each of several looks at another one, as their claims would have them.
      JsonNode items = page.path("items");
      refused += decide(items.get((int) (Math.random() * items.size()))) ? 0 : 1;
      LockSupport.parkNanos(due - System.nanoTime());
    }
    return refused;
  }

  private boolean decide(JsonNode item) throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("command", UUID.randomUUID().toString());
    body.put("verdict", "approve");
    body.put("revision", item.path("revision").asInt());
    body.put("basedOn", item.path("version").asLong());
    String path = "/api/comments/" + item.path("id").asString() + "/decisions";
    return timings.time(
        Asked.DECISION,
        () -> {
          try {
            desk.post(path, body);
            return true;
          } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("status 409")) {
              return false;
            }
            throw e;
          }
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
