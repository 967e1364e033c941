package io.rejoinder.bench.report;

/**
 * GETs of one thread.
 *
 * @param comments on the page
 * @param bytes of the page
 * @param get the 200s
 * @param nothing the same bytes from a server that does nothing
 * @param bare the same bytes from reactor-netty alone
 */
public record Page(int comments, int bytes, Figure get, Figure nothing, Figure bare) {}
