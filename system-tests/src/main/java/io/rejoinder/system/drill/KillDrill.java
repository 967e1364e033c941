package io.rejoinder.system.drill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code system-tests/kill-drill}. */
@Command(
    name = "kill-drill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Posts comments at 32 connections, with edits, withdrawals and moderators' decisions among"
          + " them, while the platform is killed with SIGKILL and started again; then compares what"
          + " was accepted with what is there, in the topics, in the store and over HTTP, before and"
          + " after a rebuild.",
      "The last line is: accepted A present P missing M double D. It fails unless M and D are 0."
    })
public final class KillDrill implements Callable<Integer> {

  @Option(names = "--comments", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
  private int comments = 2_000;

  @Option(names = "--kills", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
  private int kills = 5;

  @Option(
      names = "--mongod",
      paramLabel = "PATH",
      description = "Store in this MongoDB engine, which is killed, too. Default: in memory")
  private @Nullable Path mongod;

  @Option(
      names = "--split",
      description =
          "Two processes of each service on one broker, killed one at a time, and also paused"
              + " (SIGSTOP) past the session timeout")
  private boolean split;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draw the same lives and moments as an earlier drill. Default: a new one")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Fail after this time. Default: ${DEFAULT-VALUE}")
  private int minutes = 20;

  @Option(names = "--launcher", paramLabel = "JAR", required = true, hidden = true)
  private Path launcher = Path.of("");

  @Option(names = "--logs", paramLabel = "DIR", required = true, hidden = true)
  private Path logs = Path.of("");

  private KillDrill() {}

  /** Runs the drill; the exit code says whether every promise was kept. */
  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new KillDrill())
            .setExecutionExceptionHandler(KillDrill::failed)
            .execute(arguments));
  }

  @Override
  public Integer call() {
    if (mongod != null && !Files.isExecutable(mongod)) {
      System.err.println("error: --mongod " + mongod + " cannot be run");
      return 2;
    }
    long drawn = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
    Order order =
        new Order(
            comments, kills, mongod, split, drawn, launcher, logs, Duration.ofMinutes(minutes));
    Verdict verdict = new Drill(order, System.out).run();
    System.out.println(verdict);
    return verdict.kept() ? 0 : 1;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    System.err.println("error: the drill did not come to its end: " + e);
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      System.err.println("  " + cause);
    }
    return 1;
  }
}
