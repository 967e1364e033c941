package io.rejoinder.bench.report;

import io.rejoinder.bench.load.Quantiles;

/**
 * From a POST to the event on another reader's stream.
 *
 * @param rate POSTs a second, whether answered or not
 * @param accepted 202s
 * @param unwanted answers of another status, and requests without one
 * @param toAnswer from when the POST was due to its 202
 * @param toEvent from when the POST was due to its event
 */
public record Live(
    double rate, long accepted, long unwanted, Quantiles toAnswer, Quantiles toEvent) {}
