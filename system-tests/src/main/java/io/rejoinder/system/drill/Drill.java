package io.rejoinder.system.drill;

import io.rejoinder.system.platform.Node;
import io.rejoinder.system.platform.Platform;
import io.rejoinder.system.platform.Setup;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** One drill, from an empty data folder to the verdict. */
public final class Drill {

  private static final int SHOWN_FINDINGS = 12;
  private static final long REPORT_EVERY_MILLIS = 5_000;

  private final Order order;
  private final Bound bound;
  private final Progress progress;
  private final Random random;

  /** A drill that tells its progress here. */
  public Drill(Order order, PrintStream out) {
    this.order = order;
    this.bound = new Bound(order.time());
    this.progress = new Progress(out, bound);
    this.random = new Random(order.seed());
  }

  /**
   * Runs the drill. Its platform's folder is removed if all was well, and kept otherwise.
   *
   * @throws RuntimeException if the platform does not start, or time is up
   */
  public Verdict run() {
    Setup setup =
        Setup.in(order.launcher(), order.logs(), "--profile", "bench").onEngine(order.engine());
    progress.line(
        "seed %d, %d comments, data in %s".formatted(order.seed(), order.comments(), setup.data()));
    Platform platform = order.split() ? Platform.split(setup) : Platform.allInOne(setup);
    boolean kept = false;
    try {
      Verdict verdict = run(platform, setup);
      kept = verdict.kept();
      return verdict;
    } finally {
      if (kept) {
        platform.close();
      } else {
        platform.kill();
        progress.line("kept for a look: %s".formatted(setup.folder()));
      }
    }
  }

  private Verdict run(Platform platform, Setup setup) {
    start(platform, setup);
    Client client = Client.of(platform, bound);
    Threads threads = Opening.await(client.topics(), bound);
    progress.line(
        "%d threads with %d imported comments".formatted(threads.ids().size(), Export.COMMENTS));
    List<Life> lives = lives();
    work(platform, client, threads, lives);
    Proof proof = new Proof(client, platform.addresses().store(), bound);
    List<Life> accepted = lives.stream().filter(Life::isAccepted).toList();
    progress.line("everything was answered; comparing");
    Findings findings = proof.check(accepted, threads);
    findFailures(lives, client, findings);
    rebuild(platform, proof, accepted, threads, findings);
    findings.show(progress, SHOWN_FINDINGS);
    return new Verdict(accepted.size(), findings.missing(), findings.doubled(), findings.none());
  }

  /** The import needs to be asked of one process of the site only. */
  private void start(Platform platform, Setup setup) {
    String export = Export.write(setup.folder().resolve("export.xml")).toString();
    if (order.split()) {
      platform.nodes().get(0).start();
      byName(platform, "review-a").start("--import", export);
    }
    platform.start(order.split() ? new String[0] : new String[] {"--import", export});
    progress.line("%d process(es) ready".formatted(platform.nodes().size()));
  }

  private List<Life> lives() {
    List<Script> scripts = Script.draw(order.comments(), random);
    return IntStream.range(0, scripts.size())
        .mapToObj(number -> new Life(number, scripts.get(number)))
        .toList();
  }

  private void work(Platform platform, Client client, Threads threads, List<Life> lives) {
    ExecutorService executor = Executors.newCachedThreadPool(Drill::daemon);
    Author author =
        new Author(client.comments(), threads, new Texts(order.seed()), client.insistence(), bound);
    Moderators moderators = new Moderators(client.desk(), author, client.insistence(), executor);
    Pace pace = new Pace(lives.stream().mapToLong(Life::stepsLeft).sum());
    Crew crew = new Crew(lives, author, moderators, pace, bound);
    Troubles troubles = new Troubles(platform, bound, progress, random);
    List<Trouble> all =
        order.split()
            ? troubles.ofManyProcesses(order.kills())
            : troubles.ofOneProcess(order.kills());
    List<Future<?>> running = new ArrayList<>(crew.start(executor));
    running.add(executor.submit(new Chaos(all, pace, bound, random)));
    report(running, crew, pace, client);
    executor.shutdownNow();
    progress.line(
        "%d kills, %d pauses; sent again: %s"
            .formatted(troubles.kills(), troubles.pauses(), client.insistence().repeated()));
  }

  private void report(List<Future<?>> running, Crew crew, Pace pace, Client client) {
    long last = bound.elapsed().toMillis();
    while (running.stream().anyMatch(future -> !future.isDone())) {
      bound.pause(50);
      failed(running);
      long now = bound.elapsed().toMillis();
      if (now - last >= REPORT_EVERY_MILLIS) {
        last = now;
        progress.line(
            "accepted %d of %d, steps %d of %d, sent again %s"
                .formatted(
                    crew.accepted(),
                    order.comments(),
                    pace.done(),
                    pace.all(),
                    client.insistence().repeated()));
      }
    }
    failed(running);
  }

  private static void failed(List<Future<?>> running) {
    for (Future<?> future : running) {
      if (future.isDone()) {
        try {
          future.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("the drill itself failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
      }
    }
  }

  private static void findFailures(List<Life> lives, Client client, Findings findings) {
    for (Life life : lives) {
      String failure = life.failure();
      if (failure != null && life.isAccepted()) {
        findings.missing(life.id(), failure);
      } else if (failure != null) {
        findings.wrong("comment %d: %s".formatted(life.number(), failure));
      }
    }
    client
        .insistence()
        .surprises()
        .forEach((what, times) -> findings.wrong("answered %d times: %s".formatted(times, what)));
  }

  private void rebuild(
      Platform platform, Proof proof, List<Life> accepted, Threads threads, Findings findings) {
    Proof.Snapshot before = proof.snapshot(threads);
    platform.stop();
    progress.line("stopped; rebuilding every store from the log");
    if (order.split()) {
      platform.nodes().get(0).start();
      platform.nodes().stream()
          .filter(node -> node.name().endsWith("-a"))
          .forEach(node -> node.start("--rebuild"));
      platform.start();
    } else {
      platform.start("--rebuild");
    }
    proof.check(accepted, threads).show(progress, SHOWN_FINDINGS);
    List<String> differences = before.differences(proof.snapshot(threads));
    differences.forEach(difference -> findings.wrong("after a rebuild, " + difference));
    progress.line(
        "rebuilt: %d things compared, %d differ"
            .formatted(before.readable().size(), differences.size()));
  }

  private static Node byName(Platform platform, String name) {
    return platform.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "drill");
    thread.setDaemon(true);
    return thread;
  }
}
