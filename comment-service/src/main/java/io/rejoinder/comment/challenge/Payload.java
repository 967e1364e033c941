package io.rejoinder.comment.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.Json;
import java.util.Base64;
import java.util.Objects;

/**
 * An answer as ALTCHA's first protocol has it, as far as it is looked at here.
 *
 * @param salt with what the challenge was made for
 * @param signature of the challenge: its name
 */
record Payload(String salt, String signature) {
  Payload {
    Objects.requireNonNull(salt, "salt");
    Objects.requireNonNull(signature, "signature");
  }

  /** Reads one; throws whatever comes of what is none. */
  static Payload of(String base64) {
    String json = new String(Base64.getDecoder().decode(base64), UTF_8);
    return Json.mapper().readValue(json, Payload.class);
  }
}
