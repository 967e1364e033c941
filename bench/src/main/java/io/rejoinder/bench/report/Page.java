package io.rejoinder.bench.report;

/**
 * GETs of one thread.
 *
 * @param form as what it is sent, and whether it is sent or only confirmed
 * @param comments on the page
 * @param bytes of each answer's body
 * @param get the wanted answers
 * @param nothing the same bytes from a server that does nothing
 * @param bare the same bytes from reactor-netty alone
 */
public record Page(String form, int comments, int bytes, Figure get, Figure nothing, Figure bare) {}
