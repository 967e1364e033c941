package io.rejoinder.bench.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Intervals by drawing the same number of texts again, with replacement. */
final class Bootstrap {

  private static final int DRAWS = 1_000;
  private static final long SEED = 1;
  private static final double[] INTERVAL = {0.025, 0.975};

  private Bootstrap() {}

  /** For each figure, where 95 of 100 draws lie: lower and upper end. */
  static Map<String, double[]> intervals(List<Scored> scored) {
    return ends(draws(scored).stream().map(Figures::of).toList());
  }

  /** The same of the difference, one model's figure less the other's, on the same texts. */
  static Map<String, double[]> differences(List<Scored> ours, List<Scored> theirs) {
    List<List<Scored>> drawnOurs = draws(ours);
    List<List<Scored>> drawnTheirs = draws(theirs);
    List<Map<String, Double>> differences = new ArrayList<>();
    for (int i = 0; i < DRAWS; i++) {
      Map<String, Double> other = Figures.of(drawnTheirs.get(i));
      Map<String, Double> difference = new LinkedHashMap<>();
      Figures.of(drawnOurs.get(i))
          .forEach((name, value) -> difference.put(name, value - other.getOrDefault(name, 0.0)));
      differences.add(difference);
    }
    return ends(differences);
  }

  /** Equal for lists of one length: the pairs stay pairs. */
  private static List<List<Scored>> draws(List<Scored> scored) {
    Random random = new Random(SEED);
    List<List<Scored>> draws = new ArrayList<>(DRAWS);
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Scored> drawn = new ArrayList<>(scored.size());
      for (int i = 0; i < scored.size(); i++) {
        drawn.add(scored.get(random.nextInt(scored.size())));
      }
      draws.add(drawn);
    }
    return draws;
  }

  private static Map<String, double[]> ends(List<Map<String, Double>> draws) {
    Map<String, double[]> ends = new LinkedHashMap<>();
    for (String name : draws.get(0).keySet()) {
      double[] values =
          draws.stream()
              .mapToDouble(draw -> draw.getOrDefault(name, Double.NaN))
              .sorted()
              .toArray();
      ends.put(
          name,
          Arrays.stream(INTERVAL).map(q -> values[(int) (q * (values.length - 1))]).toArray());
    }
    return ends;
  }
}
