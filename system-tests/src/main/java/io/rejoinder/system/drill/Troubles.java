package io.rejoinder.system.drill;

import io.rejoinder.system.platform.Engine;
import io.rejoinder.system.platform.Node;
import io.rejoinder.system.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What can happen to a platform, drawn from a seed. */
final class Troubles {

  /** Longer than any consumer's session (10 s), so that its partitions are taken away. */
  private static final long PAUSE_MILLIS = 14_000;

  private static final long PAUSE_STEP_MILLIS = 250;
  private static final int LONGEST_ABSENCE_MILLIS = 8_000;

  /** One kill in this many is followed by another one while the platform starts. */
  private static final int AGAIN_ONE_IN = 3;

  private final Platform platform;
  private final Bound bound;
  private final Progress progress;
  private final Random random;
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();

  Troubles(Platform platform, Bound bound, Progress progress, Random random) {
    this.platform = platform;
    this.bound = bound;
    this.progress = progress;
    this.random = random;
  }

  int kills() {
    return kills.get();
  }

  int pauses() {
    return pauses.get();
  }

  /** The whole platform killed this often; the engine also alone, and left alone. */
  List<Trouble> ofOneProcess(int number) {
    List<Trouble> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      boolean again = i % AGAIN_ONE_IN == 1;
      all.add((pace, upTo) -> killAll(again));
    }
    if (platform.engine() != null) {
      all.add(1, (pace, upTo) -> killEngine());
      all.add((pace, upTo) -> killAllButEngine());
    }
    return all;
  }

  /** One process of a service killed at a time, this often, and some of them paused as well. */
  List<Trouble> ofManyProcesses(int number) {
    List<Trouble> all = new ArrayList<>();
    List<Node> services = platform.nodes().subList(1, platform.nodes().size());
    int first = random.nextInt(services.size());
    for (int i = 0; i < number; i++) {
      Node killed = services.get((first + i) % services.size());
      all.add((pace, upTo) -> killOne(killed));
      if (i % 2 == 0) {
        Node paused = oneOf(services, i % 4 == 0 ? "moderation" : "comment");
        all.add((pace, upTo) -> pauseOne(paused, pace, upTo));
      }
    }
    if (platform.engine() != null) {
      all.add(1, (pace, upTo) -> killEngine());
    }
    return all;
  }

  private void killAll(boolean again) {
    platform.kill();
    progress.line("kill %d: everything".formatted(kills.incrementAndGet()));
    if (again) {
      platform.nodes().get(0).launch();
      bound.pause(500 + random.nextInt(LONGEST_ABSENCE_MILLIS));
      platform.kill();
      progress.line("kill %d: everything, while it started".formatted(kills.incrementAndGet()));
    }
    platform.start();
    progress.line("started again");
  }

  private void killAllButEngine() {
    platform.nodes().forEach(Node::kill);
    progress.line("kill %d: everything but the engine".formatted(kills.incrementAndGet()));
    platform.start();
    progress.line("started again");
  }

  /** The launcher starts it again; until then, posts are accepted and reads are refused. */
  private void killEngine() {
    Engine engine = platform.engine();
    if (engine != null) {
      engine.kill();
      progress.line("kill %d: the engine alone".formatted(kills.incrementAndGet()));
    }
  }

  private void killOne(Node node) {
    node.kill();
    progress.line("kill %d: %s".formatted(kills.incrementAndGet(), node.name()));
    bound.pause(random.nextInt(LONGEST_ABSENCE_MILLIS));
    node.start();
    progress.line("%s started again".formatted(node.name()));
  }

  private void pauseOne(Node node, Pace pace, long upTo) {
    node.pause();
    progress.line(
        "pause %d: %s, for %d s"
            .formatted(pauses.incrementAndGet(), node.name(), PAUSE_MILLIS / 1000));
    long from = pace.done();
    try {
      for (long at = 0; at < PAUSE_MILLIS; at += PAUSE_STEP_MILLIS) {
        pace.allow(from + (upTo - from) * at / PAUSE_MILLIS);
        bound.pause(PAUSE_STEP_MILLIS);
      }
    } finally {
      node.resume();
    }
    progress.line("%s goes on".formatted(node.name()));
  }

  private Node oneOf(List<Node> services, String service) {
    List<Node> both = services.stream().filter(node -> node.name().startsWith(service)).toList();
    return both.get(random.nextInt(both.size()));
  }
}
