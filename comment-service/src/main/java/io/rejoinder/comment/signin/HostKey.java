package io.rejoinder.comment.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that tokens are checked with, and the one algorithm that goes with it: a token has no say
 * in that.
 *
 * @param algorithm the algorithm
 * @param keys gives the key of a token; blocks where it has to be fetched
 */
record HostKey(JWSAlgorithm algorithm, JWSKeySelector<SecurityContext> keys) {

  /** RFC 7518, 3.2: as long as the hash. */
  private static final int SECRET_BYTES = 32;

  /** RFC 7518, 3.3. */
  private static final int RSA_BITS = 2048;

  private static final List<JWSAlgorithm> RSA =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512);

  private static final Map<Curve, JWSAlgorithm> EC =
      Map.of(
          Curve.P_256, JWSAlgorithm.ES256,
          Curve.P_384, JWSAlgorithm.ES384,
          Curve.P_521, JWSAlgorithm.ES512);

  /** The key that a site has; exactly one is configured. */
  static HostKey of(HostProperties given, Fetching fetching) {
    JWSAlgorithm wanted =
        given.algorithm() == null ? null : JWSAlgorithm.parse(given.algorithm().strip());
    String secret = given.secret();
    String publicKey = given.publicKey();
    String jwks = given.jwks();
    if (secret != null) {
      return secret(secret, wanted);
    }
    return publicKey != null
        ? publicKey(publicKey.strip(), wanted)
        : remote(String.valueOf(jwks), wanted, fetching);
  }

  private static HostKey secret(String secret, @Nullable JWSAlgorithm wanted) {
    byte[] bytes = secret.getBytes(UTF_8);
    require(bytes.length >= SECRET_BYTES, bytes.length + " bytes", "at least 32 bytes");
    require(wanted == null || wanted.equals(JWSAlgorithm.HS256), "another algorithm", "HS256");
    return single(JWSAlgorithm.HS256, new SecretKeySpec(bytes, "HmacSHA256"));
  }

  private static HostKey publicKey(String text, @Nullable JWSAlgorithm wanted) {
    PublicKey key = text.startsWith("{") ? ofJwk(text) : ofPem(text);
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      require(bits >= RSA_BITS, "RSA of " + bits + " bits", "2048 bits or more");
      JWSAlgorithm algorithm = wanted == null ? JWSAlgorithm.RS256 : wanted;
      require(RSA.contains(algorithm), "an algorithm of another key", RSA.toString());
      return single(algorithm, key);
    }
    Curve curve = key instanceof ECPublicKey ec ? Curve.forECParameterSpec(ec.getParams()) : null;
    JWSAlgorithm algorithm = curve == null ? null : EC.get(curve);
    if (algorithm == null || (wanted != null && !wanted.equals(algorithm))) {
      throw wrong("another curve or algorithm", EC.toString());
    }
    return single(algorithm, key);
  }

  /** The keys at an address, whichever of them a token names. */
  static HostKey remote(String address, @Nullable JWSAlgorithm wanted, Fetching fetching) {
    JWSAlgorithm algorithm = wanted == null ? JWSAlgorithm.RS256 : wanted;
    require(
        RSA.contains(algorithm) || EC.containsValue(algorithm),
        "another algorithm",
        RSA + " or " + EC.values());
    return new HostKey(
        algorithm,
        new JWSVerificationKeySelector<>(
            algorithm,
            JWKSourceBuilder.create(url(address), fetching)
                // A burst of tokens with unknown keys must not become one of requests.
                .rateLimited(JWKSourceBuilder.DEFAULT_RATE_LIMIT_MIN_INTERVAL)
                .retrying(true)
                .outageTolerant(true)
                .build()));
  }

  private static URL url(String address) {
    try {
      return Fetching.checked(URI.create(address.strip())).toURL();
    } catch (MalformedURLException e) {
      throw wrong("an address that cannot be read", "https://…");
    }
  }

  private static HostKey single(JWSAlgorithm algorithm, java.security.Key key) {
    return new HostKey(algorithm, new SingleKeyJWSKeySelector<>(algorithm, key));
  }

  private static PublicKey ofJwk(String text) {
    try {
      JWK jwk = JWK.parse(text);
      require(!jwk.isPrivate(), "a private key", "a public key");
      if (jwk instanceof RSAKey || jwk instanceof ECKey) {
        return ((AsymmetricJWK) jwk).toPublicKey();
      }
    } catch (ParseException | JOSEException e) {
      // Its message could quote the key: what is told is that it cannot be read.
    }
    throw wrong("a JWK that cannot be read", "RSA or EC");
  }

  private static PublicKey ofPem(String text) {
    String base64 =
        text.replace("-----BEGIN PUBLIC KEY-----", "")
            .replace("-----END PUBLIC KEY-----", "")
            .replace("\\n", "")
            .replaceAll("\\s", "");
    for (String kind : List.of("RSA", "EC")) {
      try {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
        return KeyFactory.getInstance(kind).generatePublic(encoded);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        // Not of this kind.
      }
    }
    throw wrong("a key that cannot be read", "PEM with BEGIN PUBLIC KEY, RSA or EC");
  }

  private static void require(boolean holds, String value, String bound) {
    if (!holds) {
      throw wrong(value, bound);
    }
  }

  private static IllegalArgumentException wrong(String value, String bound) {
    return new IllegalArgumentException(
        "key of a sign-in: %s (expected: %s)".formatted(value, bound));
  }
}
