package io.rejoinder.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A club whose members need no password: a provider of OpenID Connect, which knows one of them. */
final class Club implements AutoCloseable {

  /** What the server of the site {@code blog} signs with. */
  static final String SECRET = "a-secret-of-the-blog-0123456789-abcdef";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();

  private Club() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("club").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", it -> answer(it, 200, discovery()));
    server.createContext("/keys", it -> answer(it, 200, new JWKSet(key).toString(true)));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  static Club start() throws IOException {
    try {
      return new Club();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String discovery() {
    return """
        {"issuer": "$", "authorization_endpoint": "$/authorize", "token_endpoint": "$/token", "jwks_uri": "$/keys",
         "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
        .replace("$", issuer());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = "code-" + nonces.size();
    nonces.put(code, asked.getOrDefault("nonce", ""));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code, asked.get("state")));
    answer(exchange, 302, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> given = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("rejoinder")
            .claim("nonce", nonces.get(given.getOrDefault("code", "")));
    try {
      String token = signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims, "Vera Bolt");
      answer(
          exchange,
          200,
          "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"" + token + "\"}");
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  /** What the blog's server signs of a reader. */
  static String tokenOfTheBlog(String name) {
    try {
      JWTClaimsSet.Builder claims =
          new JWTClaimsSet.Builder().issuer("https://blog.example").audience("rejoinder");
      return signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims, name);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims, String name)
      throws JOSEException {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).build(),
            claims
                .subject(name)
                .claim("name", name)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    token.sign(signer);
    return token.serialize();
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
