package io.rejoinder.bench.measure;

/**
 * Where one platform listens, on loopback.
 *
 * @param site the port of what readers visit
 * @param api of the comments API
 * @param console of the moderators' console
 */
record Addresses(int site, int api, int console) {}
