package io.rejoinder.bench.learning;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * From the answer to a decision until the first comment was screened by a model that knows it, in
 * seconds.
 */
record Delay(double median, double p99, double most) {

  /**
   * Measures.
   *
   * @param answeredAt when each decision was answered, by the comment's id
   * @param numbers of the examples that they became, by the comment's id
   * @param screened comments; one of them knows the last example
   */
  static Delay of(
      Map<String, Long> answeredAt, Map<String, Long> numbers, Collection<Screened> screened) {
    List<Screened> inOrder =
        screened.stream().sorted(Comparator.comparingLong(Screened::seenAt)).toList();
    double[] seconds =
        answeredAt.entrySet().stream()
            .mapToDouble(
                decided -> {
                  long knownAt = knownAt(numbers.getOrDefault(decided.getKey(), 0L), inOrder);
                  return Math.max(0, knownAt - decided.getValue()) / 1e9;
                })
            .sorted()
            .toArray();
    return new Delay(quantile(seconds, 0.5), quantile(seconds, 0.99), quantile(seconds, 1));
  }

  private static long knownAt(long number, List<Screened> inOrder) {
    return inOrder.stream()
        .filter(one -> one.known() >= number)
        .mapToLong(Screened::seenAt)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("never known: example " + number));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
