package io.rejoinder.bench.learning;

import io.rejoinder.bench.measure.Platform;
import io.rejoinder.bench.measure.Progress;
import io.rejoinder.bench.report.Machine;
import io.rejoinder.bench.text.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: has a moderator decide on a new kind of spam, and asks before and after. */
@Command(
    name = "bench/learn-from-decisions",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Starts the platform, posts comments of many kinds, has a moderator reject those of a new kind"
          + " of spam in the queue while they come, and posts further ones.",
      "Prints what the screens said before and after, and how soon a decision was known."
    })
public final class LearnFromDecisions implements Callable<Integer> {

  /** Like a site: a thread lives on one partition. */
  private static final int REVIEWS = 20;

  /** The one that is imported with comments goes without. */
  private static final int COMMENTS = 0;

  @Option(names = "--decisions", defaultValue = "1000", description = "Rejections; 1000.")
  private int decisions = 1_000;

  @Option(
      names = "--approvals",
      defaultValue = "200",
      description = "Approvals of honest comments between them, half of them near it; 200.")
  private int approvals = 200;

  @Option(
      names = "--next",
      defaultValue = "1000",
      description = "Comments of each kind, before and again after; 1000.")
  private int next = 1_000;

  @Option(names = "--rate", defaultValue = "100", description = "Comments a second; 100.")
  private double rate = 100;

  @Option(
      names = "--decided-rate",
      defaultValue = "25",
      description = "Comments a second while the moderator decides on each; 25.")
  private double decidedRate = 25;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Post labelled CSV files, too (columns: label, text): half before, half after.")
  private @Nullable Path data;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Option(names = "--scratch", hidden = true, required = true, description = "An empty folder.")
  private Path scratch = Path.of("");

  @Option(names = "--logs", hidden = true, required = true, description = "What the parts print.")
  private Path logs = Path.of("");

  private LearnFromDecisions() {}

  /** Runs the command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LearnFromDecisions()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Material material = Material.of(next, decisions, approvals, data);
    Learned learned = learned(material, new Progress(System.out));
    learned.print(System.out);
    if (json != null) {
      learned.writeJson(json);
    }
    return 0;
  }

  private Learned learned(Material material, Progress progress) throws IOException {
    Files.createDirectories(logs);
    Path export = scratch.resolve("export.xml");
    Export.write(export, REVIEWS, COMMENTS);
    Path folder = scratch.resolve("learning");
    progress.line("the platform starts");
    try (Platform platform =
            new Platform.Launch(List.of("--store", "memory"), logs).on(folder, export);
        Access access = Access.to(platform, folder, platform.threads(REVIEWS), progress)) {
      return learned(material, Machine.here(platform.flags()), access);
    }
  }

  private Learned learned(Material material, Machine machine, Access access) throws IOException {
    Site site = new Site(access, material.further());
    double hold = site.threshold();
    access.progress().line("comments of all kinds come");
    List<List<Screened>> before =
        Survey.of(material.samples().stream().map(Sample::before).toList(), rate, access);
    access.progress().line("every comment waits: a moderator decides while they come");
    site.holdEverything();
    Lesson lesson = Lesson.give(material, decidedRate, site, access);
    site.restore();
    access.progress().line("all decisions are known; the next comments of all kinds come");
    List<List<Screened>> after =
        Survey.of(material.samples().stream().map(Sample::after).toList(), rate, access);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      rows.add(
          new Row(
              material.samples().get(i).name(),
              Shares.of(before.get(i), hold),
              Shares.of(after.get(i), hold)));
    }
    String date = LocalDate.now(ZoneOffset.UTC).toString();
    return new Learned(date, machine, decisions, approvals, lesson, rows);
  }
}
