package io.rejoinder.events;

import java.util.Objects;

/**
 * A personal datum as it stands in topics and stores: readable only with the installation's secret,
 * comparable by everyone who holds its hash.
 *
 * @param box the encrypted value, Base64 (AES-256-GCM: 12 bytes of nonce, then text and tag)
 * @param hash keyed hash of the normalised value, 32 hexadecimal digits; equal for equal values
 */
public record Sealed(String box, String hash) {
  /** Checks that both are there. */
  public Sealed {
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(hash, "hash");
  }

  @Override
  public String toString() {
    return "Sealed[" + hash + "]";
  }
}
