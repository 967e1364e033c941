package io.rejoinder.comment.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A provider of OpenID Connect, with the authorization code flow and PKCE. What it offers is asked
 * at the first sign-in. Threadsafe; blocks.
 */
final class Provider {

  /** After it did not answer. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** An ID token is fresh from the provider when it is looked at. */
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private static final Duration SKEW = Duration.ofMinutes(1);

  private final ProviderProperties given;
  private final Fetching fetching;
  private final ProviderCalls calls;
  private final Clock clock;
  private @Nullable Ready ready;
  private Instant askAgain = Instant.MIN;

  Provider(ProviderProperties given, Fetching fetching, Clock clock) {
    this.given = given;
    this.fetching = fetching;
    this.calls = new ProviderCalls(given, fetching);
    this.clock = clock;
    Fetching.checked(given.issuer());
  }

  private record Ready(Discovered at, TokenCheck check) {}

  /**
   * What one sign-in is told apart by; the verifier never leaves the server but to the provider.
   */
  record Proof(String nonce, String verifier) {}

  Duration lasts() {
    return given.lasts();
  }

  private synchronized Ready ready() throws IOException {
    Ready known = ready;
    if (known == null) {
      // While it is away, readers are told at once, and no threads wait in line.
      if (clock.instant().isBefore(askAgain)) {
        throw new IOException("the provider did not answer a moment ago");
      }
      askAgain = clock.instant().plus(PAUSE);
      Discovered at = Discovered.at(given.issuer(), fetching);
      JWSAlgorithm algorithm =
          given.algorithm() == null ? null : JWSAlgorithm.parse(given.algorithm());
      TokenCheck.Wanted wanted =
          new TokenCheck.Wanted(given.issuer().toString(), given.clientId(), MAX_AGE, SKEW);
      HostKey key = HostKey.remote(at.keys().toString(), algorithm, fetching);
      known = new Ready(at, new TokenCheck(wanted, key, clock));
      ready = known;
    }
    return known;
  }

  /**
   * Where to send a reader.
   *
   * @throws IOException if the provider does not say
   */
  URI authorize(String state, Proof proof, String callback) throws IOException {
    URI at = ready().at().authorize();
    String query =
        ProviderCalls.form(
            Map.of(
                "response_type",
                "code",
                "client_id",
                given.clientId(),
                "redirect_uri",
                callback,
                "scope",
                given.scope(),
                "state",
                state,
                "nonce",
                proof.nonce(),
                "code_challenge",
                challenge(proof.verifier()),
                "code_challenge_method",
                "S256"));
    return URI.create(at + (at.getRawQuery() == null ? "?" : "&") + query);
  }

  /** RFC 7636, 4.2. */
  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /**
   * Who has signed in there.
   *
   * @throws TokenRefused if what the provider signed is not right
   * @throws IOException if it does not answer, or not with a token
   */
  Vouched redeem(String code, Proof proof, String callback, int longest)
      throws IOException, TokenRefused {
    Ready now = ready();
    JsonNode answer = calls.redeem(now.at().token(), code, proof, callback);
    JWTClaimsSet claims = now.check().check(answer.path("id_token").asString(""));
    if (!proof.nonce().equals(claims.getClaim("nonce"))) {
      throw TokenRefused.of(".nonce", "another", "the one of this sign-in");
    }
    Object party = claims.getClaim("azp");
    boolean many = claims.getAudience().size() > 1;
    if ((many || party != null) && !given.clientId().equals(party)) {
      throw TokenRefused.of(".azp", "another", "the client that is configured");
    }
    JWTClaimsSet named = named(claims);
    URI user = now.at().user();
    if (named.getClaim("name") == null && user != null) {
      named =
          named(
              calls.userInfo(user, answer.path("access_token").asString(""), claims.getSubject()));
    }
    return Vouched.of(named, given.issuer().toString(), longest);
  }

  /** Not every provider has a full name of everybody. */
  private static JWTClaimsSet named(JWTClaimsSet claims) {
    String name =
        Stream.of("name", "preferred_username", "nickname", "given_name")
            .map(claims::getClaim)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(null);
    return new JWTClaimsSet.Builder(claims).claim("name", name).build();
  }
}
