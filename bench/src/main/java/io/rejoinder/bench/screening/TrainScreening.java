package io.rejoinder.bench.screening;

import io.rejoinder.moderation.model.Example;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.model.TextModel;
import io.rejoinder.moderation.model.Training;
import io.rejoinder.moderation.model.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program that makes the model which ships with the product. */
@Command(
    name = "bench/train-screening",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Trains the model that ships, one part for spam and one for toxicity, on the CSV files of a"
          + " folder. The same files give the same model.",
      "Columns: label (spam, toxic or ham), text."
    })
public final class TrainScreening implements Callable<Integer> {

  @Option(names = "--train", required = true, paramLabel = "DIR", description = "To learn from.")
  private Path train = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the model.")
  private Path model = Path.of("");

  private TrainScreening() {}

  /** Runs the command line; 2 where it or a file is not as expected. */
  public static void main(String[] arguments) {
    System.exit(EvaluateScreening.explaining(new TrainScreening()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Labelled> all = LabelledFiles.in(train);
    System.err.println("spam: training …");
    TextModel spam = Training.of(examples(all, false));
    System.err.println("toxicity: training …");
    TextModel toxicity = Training.of(examples(all, true), WordVectors.load(), spam);
    byte[] written = ShippedModel.write(spam, toxicity);
    Files.write(model, written);
    System.out.printf(
        "%s: %,d bytes, version %s; %,.0f spam and %,.0f honest texts, %,.0f toxic and %,.0f"
            + " others%n",
        model,
        written.length,
        ShippedModel.read(written).version(),
        spam.curve().positives(),
        spam.curve().negatives(),
        toxicity.curve().positives(),
        toxicity.curve().negatives());
    return 0;
  }

  private static List<Example> examples(List<Labelled> all, boolean toxicity) {
    return all.stream()
        .filter(one -> one.toxicity() == toxicity)
        .map(one -> new Example(one.text(), one.positive(), one.file()))
        .toList();
  }
}
