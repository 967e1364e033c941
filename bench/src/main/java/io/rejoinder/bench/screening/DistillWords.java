package io.rejoinder.bench.screening;

import io.rejoinder.moderation.model.WordVectors;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program that makes the vectors of words which ship with the product. */
@Command(
    name = "bench/distill-words",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Makes the vectors of word pieces that ship, of what a neural model of language says of each"
          + " piece: no labelled text takes part. The script beside it has the model read them."
    })
public final class DistillWords implements Callable<Integer> {

  /**
   * Principal components that are kept. With 64, the vectors alone had F1 0.854 on toxicity where
   * 128 had 0.869; beside the linear model they did nearly as well.
   */
  private static final int DIMENSIONS = 128;

  /**
   * The most frequent entries are marks, letters and numbers, which would be most of the variance.
   */
  private static final int FIRST_WORD = 1000;

  /** Makes the weight of most pieces about 1. */
  private static final double USUAL_LOGARITHM = 8;

  @Option(
      names = "--read",
      required = true,
      paramLabel = "FILE",
      description = "Each piece with its vector, as the neural model read it.")
  private Path read = Path.of("");

  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the vectors.")
  private Path vectors = Path.of("");

  private DistillWords() {}

  /** Runs the command line; 2 where it or a file is not as expected. */
  public static void main(String[] arguments) {
    System.exit(EvaluateScreening.explaining(new DistillWords()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<String> pieces = new ArrayList<>();
    List<double[]> raw = new ArrayList<>();
    read(pieces, raw);
    byte[] written = WordVectors.of(pieces, distilled(raw)).write();
    Files.write(vectors, written);
    System.out.printf(
        "%s: %,d bytes, version %s%n",
        vectors, written.length, WordVectors.read(written).version());
    return 0;
  }

  private void read(List<String> pieces, List<double[]> raw) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(read)))) {
      int count = in.readInt();
      int length = in.readInt();
      for (int i = 0; i < count; i++) {
        pieces.add(in.readUTF());
        double[] vector = new double[length];
        for (int j = 0; j < length; j++) {
          vector[j] = in.readFloat();
        }
        raw.add(vector);
      }
    }
  }

  /**
   * Principal components, of which a rare piece's are longer: a vocabulary's order is that of
   * frequency (Tulkens and van Dongen, “Model2Vec”, 2024).
   */
  private static List<float[]> distilled(List<double[]> raw) {
    raw.forEach(vector -> scale(vector, 1 / length(vector)));
    PrincipalComponents components =
        PrincipalComponents.of(raw.subList(FIRST_WORD, raw.size()), DIMENSIONS);
    List<double[]> projected = raw.stream().map(components::of).toList();
    double squares = 0;
    for (double[] vector : projected) {
      squares += length(vector) * length(vector) / projected.size();
    }
    List<float[]> distilled = new ArrayList<>();
    for (int i = 0; i < projected.size(); i++) {
      scale(projected.get(i), StrictMath.log1p(i) / USUAL_LOGARITHM / Math.sqrt(squares));
      distilled.add(floats(projected.get(i)));
    }
    return distilled;
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
