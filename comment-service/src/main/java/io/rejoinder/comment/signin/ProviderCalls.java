package io.rejoinder.comment.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rejoinder.comment.edge.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What is asked of a provider directly, as its client. Threadsafe; blocks. */
final class ProviderCalls {

  private static final Duration BOUND = Duration.ofSeconds(5);

  private final ProviderProperties given;
  private final Fetching fetching;

  ProviderCalls(ProviderProperties given, Fetching fetching) {
    this.given = given;
    this.fetching = fetching;
  }

  /** Redeems a code at the token endpoint (RFC 6749, 4.1.3). */
  JsonNode redeem(URI at, String code, Provider.Proof proof, String callback) throws IOException {
    String secret = given.clientSecret();
    String body =
        form(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback,
                "client_id",
                given.clientId(),
                "code_verifier",
                proof.verifier()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .timeout(BOUND)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (secret != null) {
      // RFC 6749, 2.3.1: both are form-encoded first.
      String both = encoded(given.clientId()) + ":" + encoded(secret);
      String basic = Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
      request.header("Authorization", "Basic " + basic);
    }
    return json(request.build());
  }

  /** The ID token is what is trusted: the answer has to be of the same reader (Core, 5.3.2). */
  JWTClaimsSet userInfo(URI at, String accessToken, String subject)
      throws IOException, TokenRefused {
    JsonNode said =
        json(
            HttpRequest.newBuilder(at)
                .timeout(BOUND)
                .header("Authorization", "Bearer " + accessToken)
                .build());
    if (!subject.equals(said.path("sub").asString(""))) {
      throw TokenRefused.of(".sub", "another", "that of the ID token");
    }
    try {
      return JWTClaimsSet.parse(said.toString());
    } catch (ParseException e) {
      throw new IOException("the provider's answer cannot be read", e);
    }
  }

  private JsonNode json(HttpRequest request) throws IOException {
    try {
      return Json.mapper().readTree(fetching.send(request));
    } catch (JacksonException e) {
      throw new IOException("the provider's answer cannot be read", e);
    }
  }

  /** Fields as a form or query. */
  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
