package io.rejoinder.moderation.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.audit.AuditEntry;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/**
 * Up to where the chain stood at a time, signed: a chain that ends before it was cut.
 *
 * @param number of the chain's newest entry then
 * @param hash that entry's
 * @param at when it was signed
 * @param signature Ed25519, in Base64, of {@code rejoinder-audit-checkpoint|number|hash|at}
 */
record Checkpoint(long number, String hash, Instant at, String signature) {

  /** Checks that all is there. */
  Checkpoint {
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(signature, "signature");
  }

  /** What is signed of this entry at that time. */
  static byte[] said(long number, String hash, Instant at) {
    return "rejoinder-audit-checkpoint|%d|%s|%s".formatted(number, hash, at).getBytes(UTF_8);
  }

  /** Whether whoever has the other half of this key signed it. */
  boolean isOf(PublicKey key) {
    try {
      Signature check = Signature.getInstance(CheckpointKey.ALGORITHM);
      check.initVerify(key);
      check.update(said(number, hash, at));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether it was made of this entry. */
  boolean names(AuditEntry entry) {
    return number == entry.number() && hash.equals(entry.hash());
  }
}
