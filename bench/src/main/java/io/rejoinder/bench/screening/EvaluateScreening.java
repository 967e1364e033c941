package io.rejoinder.bench.screening;

import io.rejoinder.moderation.model.Example;
import io.rejoinder.moderation.model.TextModel;
import io.rejoinder.moderation.model.Training;
import io.rejoinder.moderation.model.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The program: trains on labelled texts, screens others, tells how good that was. */
@Command(
    name = "bench/evaluate-screening",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Trains the learned model on a folder of CSV files and measures it on texts that it has"
          + " not seen.",
      "Columns: label (spam, toxic or ham), text."
    })
public final class EvaluateScreening implements Callable<Integer> {

  private static final long SEED = 1;
  private static final String BASELINE = "baseline";
  private static final String ALONE = "alone";

  @Option(names = "--train", required = true, paramLabel = "DIR", description = "To learn from.")
  private Path train = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Tested tested = new Tested();

  @Option(
      names = "--disguise",
      description = "Also screen spam under seven disguises, and ham with honest oddities.")
  private boolean disguise;

  @Option(
      names = "--embedding",
      description = "Also with a second opinion: a model of sentence embeddings.")
  private boolean embedding;

  @Option(names = "--plots", paramLabel = "DIR", description = "Write three plots there, as SVG.")
  private @Nullable Path plots;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  private EvaluateScreening() {}

  /** Runs the command line; 2 where it or a file is not as expected. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return explaining(new EvaluateScreening());
  }

  /** A command that says what is wrong with a file or an option in a line. */
  static CommandLine explaining(Callable<Integer> command) {
    CommandLine line = new CommandLine(command);
    line.setExecutionExceptionHandler(
        (problem, failed, parsed) -> {
          if (problem instanceof IOException || problem instanceof IllegalArgumentException) {
            failed.getErr().println(problem.getMessage());
            return CommandLine.ExitCode.USAGE;
          }
          throw problem;
        });
    return line;
  }

  @Override
  public Integer call() throws IOException {
    List<Split> splits = tested.splits(LabelledFiles.in(train));
    Model.Training withSecond = embedding ? withSecondOpinion() : EvaluateScreening::trained;
    Evaluation ours = evaluated("model", splits, EvaluateScreening::trained);
    Evaluation baseline = evaluated("baseline", splits, Baseline::of);
    if (ours.plain().isEmpty()) {
      throw new IllegalArgumentException("no file could be screened: none is left to train on");
    }
    System.out.print(new ScreeningTable(ours, baseline, BASELINE).text());
    Map<String, @Nullable Object> tree = new ScreeningReport(ours, baseline, BASELINE).tree();
    if (embedding) {
      Evaluation second = evaluated("second opinion", splits, withSecond);
      System.out.print("\nWith a second opinion, beside the model alone:\n\n");
      System.out.print(new ScreeningTable(second, ours, ALONE).text());
      tree.put("embedding", new ScreeningReport(second, ours, ALONE).tree());
    }
    if (plots != null) {
      Plot.write(plots, series(ours));
    }
    if (json != null) {
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(json.toFile(), tree);
    }
    return 0;
  }

  private Evaluation evaluated(String name, List<Split> splits, Model.Training training) {
    AtomicInteger done = new AtomicInteger();
    return Evaluation.of(
        splits,
        training,
        disguise,
        () -> System.err.printf("%s: %d of %d%n", name, done.incrementAndGet(), splits.size()));
  }

  private static Model.Training withSecondOpinion() {
    return SecondOpinion.training(EvaluateScreening::trained, Embedding.onClassPath());
  }

  private static Model trained(List<Labelled> texts) {
    List<Example> examples =
        texts.stream().map(one -> new Example(one.text(), one.positive(), one.file())).toList();
    TextModel model =
        texts.get(0).toxicity() ? Training.of(examples, WordVectors.load()) : Training.of(examples);
    return model::probability;
  }

  private static Map<String, List<Scored>> series(Evaluation ours) {
    Map<String, List<Scored>> series = new LinkedHashMap<>();
    ours.plain().forEach((key, scored) -> series.put(key.file() + ", " + key.model(), scored));
    return series;
  }

  /** What is screened: exactly one of these. */
  private static final class Tested {

    @Option(names = "--test", paramLabel = "DIR", description = "The files of this folder.")
    private @Nullable Path test;

    @Option(names = "--leave-one-out", description = "Each file, by a model of the others.")
    private boolean leaveOneOut;

    @Option(
        names = "--folds",
        paramLabel = "K",
        description = "Each of K parts of every file, by a model of the other parts.")
    private int folds;

    List<Split> splits(List<Labelled> all) throws IOException {
      if (test != null) {
        return List.of(new Split(all, LabelledFiles.in(test)));
      }
      if (leaveOneOut) {
        return Split.leaveOneOut(all);
      }
      if (folds < 2) {
        throw new IllegalArgumentException("--folds: %d (expected: at least 2)".formatted(folds));
      }
      return Split.folds(all, folds, SEED);
    }
  }
}
