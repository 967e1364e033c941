package io.rejoinder.comment.signin;

import io.rejoinder.comment.edge.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, 3).
 *
 * @param authorize where readers are sent
 * @param token where a code is redeemed
 * @param keys where its keys are
 * @param user where to ask for what an ID token leaves out; null if nowhere
 */
record Discovered(URI authorize, URI token, URI keys, @Nullable URI user) {

  private static final Duration BOUND = Duration.ofSeconds(5);

  /**
   * Asks the provider; blocks.
   *
   * @throws IOException if it does not answer, or as somebody else
   */
  static Discovered at(URI issuer, Fetching fetching) throws IOException {
    String base = issuer.toString().replaceAll("/+$", "");
    URI address = Fetching.checked(URI.create(base + "/.well-known/openid-configuration"));
    try {
      JsonNode said =
          Json.mapper()
              .readTree(fetching.send(HttpRequest.newBuilder(address).timeout(BOUND).build()));
      // Or one provider could speak for another (Discovery, 4.3).
      if (!issuer.toString().equals(said.path("issuer").asString(""))) {
        throw new IOException("the document is of another issuer");
      }
      return new Discovered(
          endpoint(said, "authorization_endpoint").orElseThrow(() -> missing("authorization")),
          endpoint(said, "token_endpoint").orElseThrow(() -> missing("token")),
          endpoint(said, "jwks_uri").orElseThrow(() -> missing("keys")),
          endpoint(said, "userinfo_endpoint").orElse(null));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("what the provider says of itself cannot be read", e);
    }
  }

  private static IOException missing(String what) {
    return new IOException("the provider names no endpoint for: " + what);
  }

  private static Optional<URI> endpoint(JsonNode said, String name) {
    String address = said.path(name).asString("");
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(Fetching.checked(URI.create(address)));
  }
}
