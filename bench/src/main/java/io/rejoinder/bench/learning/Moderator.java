package io.rejoinder.bench.learning;

import io.rejoinder.bench.measure.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Works off the queue over HTTP: looks at what waits, newest first, and decides on the comments
 * that it knows, several decisions under way at a time.
 */
final class Moderator implements Callable<Map<String, Long>> {

  private static final int UNDER_WAY = 8;
  private static final String PAGE = "/api/queue?state=held&sort=newest&limit=200";
  private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

  /** Gives up where nothing new came into the queue for so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Decisions. */
  private static final int TOLD_EVERY = 250;

  private final Desk desk;
  private final Map<String, Boolean> spam;
  private final Progress progress;
  private final Map<String, Long> answered = new ConcurrentHashMap<>();

  /**
   * A moderator.
   *
   * @param spam whether a text is to be rejected as spam, or else approved
   */
  Moderator(Desk desk, Map<String, Boolean> spam, Progress progress) {
    this.desk = desk;
    this.spam = Map.copyOf(spam);
    this.progress = progress;
  }

  /**
   * Returns once every text was decided on: when each decision was answered, by the comment's id,
   * in {@link System#nanoTime()}.
   */
  @Override
  public Map<String, Long> call() throws IOException, InterruptedException {
    ExecutorService hands = Executors.newFixedThreadPool(UNDER_WAY, Moderator::hand);
    try {
      List<Future<?>> decisions = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      long newAt = System.nanoTime();
      while (taken.size() < spam.size()) {
        List<JsonNode> fresh = unknown(taken);
        fresh.forEach(item -> decisions.add(hands.submit(() -> decide(item))));
        newAt = fresh.isEmpty() ? newAt : System.nanoTime();
        if (System.nanoTime() - newAt > PATIENCE.toNanos()) {
          throw new IOException(
              "%d of %d comments came into the queue".formatted(taken.size(), spam.size()));
        }
        Thread.sleep(LOOKS_EVERY.toMillis());
      }
      for (Future<?> decision : decisions) {
        decision.get();
      }
      return Map.copyOf(answered);
    } catch (ExecutionException e) {
      throw new IOException("a decision was not taken: " + e.getMessage(), e);
    } finally {
      hands.shutdownNow();
    }
  }

  private static Thread hand(Runnable work) {
    Thread thread = new Thread(work, "moderator");
    thread.setDaemon(true);
    return thread;
  }

  /** What waits, is to be decided on and was not taken yet; takes it. */
  private List<JsonNode> unknown(Set<String> taken) throws IOException {
    List<JsonNode> fresh = new ArrayList<>();
    for (JsonNode item : desk.get(PAGE).get("items")) {
      if (spam.containsKey(text(item)) && taken.add(id(item))) {
        fresh.add(item);
      }
    }
    return fresh;
  }

  private int decide(JsonNode item) throws IOException {
    boolean reject = Boolean.TRUE.equals(spam.get(text(item)));
    Map<String, Object> body = new HashMap<>();
    body.put("command", UUID.randomUUID().toString());
    body.put("verdict", reject ? "reject" : "approve");
    if (reject) {
      body.put("reason", "spam");
    }
    body.put("revision", item.get("revision").asInt());
    body.put("basedOn", item.get("version").asLong());
    desk.post("/api/comments/" + id(item) + "/decisions", body);
    answered.put(id(item), System.nanoTime());
    int count = answered.size();
    if (count % TOLD_EVERY == 0) {
      progress.line("  %,d of %,d decided", count, spam.size());
    }
    return count;
  }

  private static String text(JsonNode item) {
    return item.get("text").asString();
  }

  private static String id(JsonNode item) {
    return item.get("id").asString();
  }
}
