package io.rejoinder.comment.signin;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.identity.SignedTokens;
import java.time.Instant;
import java.util.Base64;

/** An identity as its browser gets it. */
record Taken(String id, String token, String name, boolean verified, Instant expiresAt) {

  static Taken of(SignedIn reader, SignedTokens tokens) {
    return new Taken(reader.reader(), tokens.issue(reader), reader.name(), true, reader.until());
  }

  /** As JSON in Base64, for an address. */
  String encoded() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(this));
  }
}
