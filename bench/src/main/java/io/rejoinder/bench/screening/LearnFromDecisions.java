package io.rejoinder.bench.screening;

import io.rejoinder.moderation.learning.Rehearsal;
import io.rejoinder.moderation.model.ShippedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: decides on a new kind of spam, and tells what the model knows before and after. */
@Command(
    name = "bench/learn-from-decisions",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Has a moderator reject comments of a new kind of spam, and screens the next ones with the"
          + " shipped model as it was and as it was taught.",
      "Spam is what the model alone gives a probability of at least one half."
    })
public final class LearnFromDecisions implements Callable<Integer> {

  private static final int NEXT = 1_000;
  private static final long DECIDED = 1;
  private static final long SCREENED = 1_000_003;

  @Option(names = "--decisions", defaultValue = "1000", description = "Rejections; 1000.")
  private int decisions = NEXT;

  @Option(
      names = "--approvals",
      defaultValue = "0",
      description = "Approvals of honest comments between them; 0, which is the hardest.")
  private int approvals;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Screen labelled CSV files, too (columns: label, text).")
  private @Nullable Path data;

  private final Rehearsal rehearsal = new Rehearsal(ShippedModel.load());

  private LearnFromDecisions() {}

  /** Runs the command line; 2 where a file is not as expected. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new LearnFromDecisions());
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof IOException) {
            command.getErr().println(problem.getMessage());
            return CommandLine.ExitCode.USAGE;
          }
          throw problem;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, List<Labelled>> screened = screened();
    Map<String, Double> before = shares(screened);
    long began = System.nanoTime();
    decide();
    double writing = seconds(began);
    rehearsal.learn();
    double first = seconds(began) - writing;
    Map<String, Double> after = shares(screened);
    System.out.printf("%-34s %7s %9s %9s%n", "taken for spam", "n", "before", "after");
    screened.forEach(
        (name, texts) ->
            System.out.printf(
                Locale.ROOT,
                "%-34s %7d %8.1f%% %8.1f%%%n",
                name,
                texts.size(),
                100 * before.getOrDefault(name, 0.0),
                100 * after.getOrDefault(name, 0.0)));
    System.out.printf(
        Locale.ROOT,
        "%d decisions to examples in %.2f s; the correction of all of them in %.2f s%n",
        decisions + approvals,
        writing,
        first);
    return 0;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void decide() {
    DecidedComments comments = new DecidedComments();
    SpokenKinds.PAPERS
        .many(decisions, DECIDED)
        .forEach(text -> rehearsal.decided(comments.rejected(text)));
    SpokenKinds.HONEST
        .many(approvals, DECIDED)
        .forEach(text -> rehearsal.decided(comments.approved(text)));
  }

  /** What is screened before and after: spam and honest texts apart. */
  private Map<String, List<Labelled>> screened() throws IOException {
    Map<String, List<Labelled>> screened = new LinkedHashMap<>();
    for (SpokenKinds kind : SpokenKinds.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      List<String> decided = kind.many(decisions + approvals, DECIDED);
      screened.put(
          name + (kind.spam() ? ", spam" : ", ham"),
          kind.many(NEXT + decided.size(), SCREENED).stream()
              .filter(Predicate.not(Set.copyOf(decided)::contains))
              .limit(NEXT)
              .map(text -> new Labelled(name, kind.spam(), false, text))
              .toList());
    }
    if (data != null) {
      LabelledFiles.in(data).stream()
          .filter(one -> !one.toxicity())
          .collect(
              Collectors.groupingBy(
                  LearnFromDecisions::named, LinkedHashMap::new, Collectors.toList()))
          .forEach(screened::put);
    }
    return screened;
  }

  private static String named(Labelled one) {
    return one.file() + (one.positive() ? ", spam" : ", ham");
  }

  private Map<String, Double> shares(Map<String, List<Labelled>> screened) {
    Map<String, Double> shares = new LinkedHashMap<>();
    screened.forEach((name, texts) -> shares.put(name, share(texts)));
    return shares;
  }

  private double share(List<Labelled> texts) {
    long spam = texts.stream().filter(one -> rehearsal.logOdds(one.text()) >= 0).count();
    return spam / (double) texts.size();
  }
}
