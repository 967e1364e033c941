package io.rejoinder.bench.report;

/**
 * The platform's process.
 *
 * @param restMb resident before the load, in MB of 2^20 bytes
 * @param afterMb resident after it
 * @param peakMb the most there was
 * @param comments in the store after it
 */
public record Memory(double restMb, double afterMb, double peakMb, long comments) {}
