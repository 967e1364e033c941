package io.rejoinder.bench.report;

import io.rejoinder.bench.load.Load;

/**
 * One load's outcome, as it is written down.
 *
 * @param connections how many
 * @param rate wanted answers a second
 * @param p50 latency of wanted answers, in ms
 * @param p99 likewise
 * @param worst likewise
 * @param answers how many wanted answers
 * @param unwanted answers of another status, and requests without one
 * @param generatorShare the generator's share of all cores, 0 to 1
 */
public record Figure(
    int connections,
    double rate,
    double p50,
    double p99,
    double worst,
    long answers,
    long unwanted,
    double generatorShare) {

  /** From a load. */
  public static Figure of(int connections, Load load) {
    return new Figure(
        connections,
        load.rate(),
        load.latency().p50(),
        load.latency().p99(),
        load.latency().worst(),
        load.wanted(),
        load.unwanted(),
        load.generatorShare());
  }
}
