package io.rejoinder.bench.report;

/**
 * The same requests against less and less.
 *
 * @param nothing a server that does nothing: the generator alone
 * @param bare reactor-netty alone
 * @param acked reactor-netty that awaits the broker's ack
 */
public record Ceilings(Figure nothing, Figure bare, Figure acked) {}
