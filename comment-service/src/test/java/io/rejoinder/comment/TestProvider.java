package io.rejoinder.comment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rejoinder.comment.edge.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect: discovery, codes with PKCE, ID tokens, user info. Whoever comes is
 * signed in at once.
 */
final class TestProvider implements AutoCloseable {

  static final String CLIENT = "rejoinder & co";
  static final String SECRET = "client:secret/with+signs";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile UnaryOperator<JWTClaimsSet.Builder> change = UnaryOperator.identity();
  private volatile String userInfo = "{}";

  private TestProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("first").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", it -> answer(it, 200, discovery()));
    server.createContext("/keys", it -> answer(it, 200, new JWKSet(key).toString(true)));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/user", it -> answer(it, 200, userInfo));
    server.start();
  }

  static TestProvider start() {
    try {
      return new TestProvider();
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What ID tokens say from now on beside what they have to. */
  void says(UnaryOperator<JWTClaimsSet.Builder> more) {
    change = more;
  }

  void saysOfUser(String json) {
    userInfo = json;
  }

  private String discovery() {
    String at = issuer();
    return new String(
        Json.bytes(
            Map.of(
                "issuer", at,
                "authorization_endpoint", at + "/authorize",
                "token_endpoint", at + "/token",
                "userinfo_endpoint", at + "/user",
                "jwks_uri", at + "/keys")),
        UTF_8);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = "code-" + codes.size();
    codes.put(code, asked);
    String to =
        "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code, asked.get("state"));
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, 302, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> given = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
    String basic =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    boolean right =
        asked != null
            && basic.equals(credentials())
            && challenge(given.get("code_verifier")).equals(asked.get("code_challenge"))
            && String.valueOf(given.get("redirect_uri")).equals(asked.get("redirect_uri"));
    if (!right) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Map<String, String> answer =
        Map.of("access_token", "access", "token_type", "Bearer", "id_token", idToken(asked));
    answer(exchange, 200, new String(Json.bytes(answer), UTF_8));
  }

  /** RFC 6749, 2.3.1. */
  private static String credentials() {
    String both = "rejoinder+%26+co:client%3Asecret%2Fwith%2Bsigns";
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private String idToken(Map<String, String> asked) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("ada")
            .claim("nonce", asked.get("nonce"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
            change.apply(claims).build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static String challenge(@Nullable String verifier) {
    try {
      byte[] text = String.valueOf(verifier).getBytes(UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fields of a form or query. */
  static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  static Map<String, String> query(String address) {
    return fields(URI.create(address).getRawQuery());
  }

  private static void answer(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
