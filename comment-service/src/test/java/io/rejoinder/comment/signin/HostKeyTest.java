package io.rejoinder.comment.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of sites, in every form that they can be configured in. */
class HostKeyTest {

  private static final Fetching FETCHING = new Fetching();

  @Test
  void aPublicKeyIsTakenAsPemAndAsJwk() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(2048).keyID("one").generate();
    ECKey ec = new ECKeyGenerator(Curve.P_256).generate();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
            .formatted(Base64.getMimeEncoder().encodeToString(rsa.toPublicKey().getEncoded()));

    String byRsa = token(JWSAlgorithm.RS256, "two", new RSASSASigner(rsa));
    assertThat(subject(key(pem, null), byRsa)).isEqualTo("ada");
    assertThat(subject(key(rsa.toPublicJWK().toJSONString(), null), byRsa)).isEqualTo("ada");
    String byEc = token(JWSAlgorithm.ES256, null, new ECDSASigner(ec));
    assertThat(subject(key(ec.toPublicJWK().toJSONString(), null), byEc)).isEqualTo("ada");
    assertThatThrownBy(() -> subject(key(pem, "PS256"), byRsa)).isInstanceOf(TokenRefused.class);
  }

  @Test
  void theKeyOfATokenIsFoundInASetAndASetThatIsNotThereIsNoRefusal() throws Exception {
    RSAKey one = new RSAKeyGenerator(2048).keyID("one").generate();
    RSAKey two = new RSAKeyGenerator(2048).keyID("two").generate();
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("one").generate();
    byte[] set =
        new JWKSet(java.util.List.of(one, two))
            .toString(true)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    try {
      TokenCheck check = check(HostKey.of(host(null, address, null), FETCHING));
      String token = token(JWSAlgorithm.RS256, "two", new RSASSASigner(two));
      assertThat(check.check(token).getSubject()).isEqualTo("ada");
      String forged = token(JWSAlgorithm.RS256, "one", new RSASSASigner(stranger));
      assertThatThrownBy(() -> check.check(forged)).isInstanceOf(TokenRefused.class);
    } finally {
      server.stop(0);
    }
    TokenCheck gone = check(HostKey.of(host(null, address, null), FETCHING));
    String token = token(JWSAlgorithm.RS256, "two", new RSASSASigner(two));
    assertThatThrownBy(() -> gone.check(token)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://keys.example/", "file:///etc/passwd", "https://a@keys.example/"})
  void aSetIsFetchedOverTlsOnly(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostKey.of(host(null, address, null), FETCHING));
  }

  @Test
  void aWeakOrUnreadableKeyIsRefusedAtTheStart() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(1024, true).generate();
    ECKey ec = new ECKeyGenerator(Curve.P_256).generate();
    for (String weak :
        new String[] {
          rsa.toPublicJWK().toJSONString(), ec.toJSONString(), "{}", "nonsense", "{\"kty\":\"oct\"}"
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> key(weak, null))
          .withMessageStartingWith("key of a sign-in: ")
          .withMessageNotContaining(weak);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(ec.toPublicJWK().toJSONString(), "HS256"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostKey.of(host("x".repeat(31), null, null), FETCHING))
        .withMessage("key of a sign-in: 31 bytes (expected: at least 32 bytes)");
  }

  private static HostKey key(String publicKey, @Nullable String algorithm) {
    return HostKey.of(properties(null, publicKey, null, algorithm), FETCHING);
  }

  private static HostProperties host(
      @Nullable String secret, @Nullable String jwks, @Nullable String algorithm) {
    return properties(secret, null, jwks, algorithm);
  }

  private static HostProperties properties(
      @Nullable String secret,
      @Nullable String publicKey,
      @Nullable String jwks,
      @Nullable String algorithm) {
    return new HostProperties(
        "https://a.example",
        "rejoinder",
        secret,
        publicKey,
        jwks,
        algorithm,
        Duration.ofMinutes(10),
        Duration.ZERO,
        Duration.ofHours(1));
  }

  private static String subject(HostKey key, String token) throws Exception {
    return check(key).check(token).getSubject();
  }

  private static TokenCheck check(HostKey key) {
    TokenCheck.Wanted wanted =
        new TokenCheck.Wanted(
            "https://a.example", "rejoinder", Duration.ofMinutes(10), Duration.ofSeconds(5));
    return new TokenCheck(wanted, key, Clock.systemUTC());
  }

  private static String token(JWSAlgorithm algorithm, @Nullable String key, JWSSigner signer)
      throws Exception {
    Instant now = Instant.now();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(key).build(),
            new JWTClaimsSet.Builder()
                .issuer("https://a.example")
                .audience("rejoinder")
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    jwt.sign(signer);
    return jwt.serialize();
  }
}
