package io.rejoinder.local.command;

import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.launch.Part;
import io.rejoinder.local.launch.Plan;
import io.rejoinder.local.launch.Platform;
import io.rejoinder.local.launch.Progress;
import io.rejoinder.local.launch.Summary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the platform until it is stopped. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    version = "Rejoinder 0.1.0",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Runs Rejoinder: the broker, the store and the three services, in one process.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "1:did not start, one line says why",
      "2:the command line was not understood",
      "130, 143:stopped as asked, by Ctrl-C or SIGTERM"
    })
final class Serve implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Override
  public Integer call() throws InterruptedException {
    VerifyAudit verifyAudit = options.verifyAudit();
    if (verifyAudit != null) {
      return verifyAudit.run(options.data(), System.out);
    }
    Plan plan = options.plan();
    DataFolder folder = DataFolder.open(plan.data());
    logTo(folder.logs().resolve(logName(plan)));
    Progress progress = Progress.fromJvmStart(System.out);
    progress.line("Rejoinder starts, data in " + folder.path());
    Platform platform = new Platform(plan, folder, progress);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(platform, progress, stopped), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    Platform.Foundation foundation = start(platform, stop);
    Summary.lines(plan, folder, foundation, progress).forEach(progress::line);
    platform.importFile();
    if (!options.stopWhenReady()) {
      stopped.await();
    }
    return 0;
  }

  /** One line says why a start failed; that what had started is stopped goes without saying. */
  private static Platform.Foundation start(Platform platform, Thread stop) {
    try {
      return platform.start();
    } catch (RuntimeException e) {
      if (unhooked(stop)) {
        platform.close();
      }
      throw e;
    }
  }

  private static boolean unhooked(Thread stop) {
    try {
      return Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // A signal is ending the start, and the hook closes the platform.
      return false;
    }
  }

  /**
   * One log for three contexts: Spring Boot would set it up three times. Nothing has logged yet.
   */
  private static void logTo(Path file) {
    System.setProperty("rejoinder.log", file.toString());
    System.setProperty("logback.configurationFile", "rejoinder-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }

  private static void stop(Platform platform, Progress progress, CountDownLatch stopped) {
    Progress time = Progress.fromNow(System.out);
    progress.line("Stopping …");
    platform.close();
    progress.line("Stopped after %.1f s.".formatted(time.elapsed().toMillis() / 1000.0));
    stopped.countDown();
  }

  private static String logName(Plan plan) {
    boolean whole = plan.parts().size() == Part.values().length;
    String parts = plan.parts().stream().map(Part::label).collect(Collectors.joining("-"));
    String instance = plan.services().instance();
    return (whole ? "rejoinder" : parts) + (instance.equals("0") ? "" : "-" + instance) + ".log";
  }
}
