package io.rejoinder.comment.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rejoinder.events.Secret;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sign-ins that are under way. Nothing is kept of them here: the state that goes to the provider
 * and back is signed and says what it is of, and a cookie ties it to its browser. Threadsafe.
 */
final class Flows {

  /** How long a person may take at the provider. */
  static final Duration LASTS = Duration.ofMinutes(15);

  private static final JOSEObjectType TYPE = new JOSEObjectType("rejoinder-flow+jwt");
  private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec proofs;
  private final MACSigner signer;
  private final MACVerifier verifier;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Flows(Secret secret, Clock clock) {
    this.proofs = secret.keyFor("sign-in.proof");
    this.clock = clock;
    SecretKeySpec key = secret.keyFor("sign-in.state");
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK has no HS256", e);
    }
  }

  /** 256 random bits, as text. */
  String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /** Whether a text could be such. */
  static boolean wellFormed(String text) {
    return RANDOM.matcher(text).matches();
  }

  /** Nonce and verifier of a sign-in: nobody can make them without this browser's cookie. */
  Provider.Proof proof(Flow flow, String browser) {
    return new Provider.Proof(derived("nonce", flow, browser), derived("verifier", flow, browser));
  }

  private String derived(String what, Flow flow, String browser) {
    byte[] message = (what + "\n" + flow.id() + "\n" + browser).getBytes(UTF_8);
    return TEXT.encodeToString(Secret.hmac(proofs, message));
  }

  /** The state of a sign-in that this browser began. */
  String state(Flow flow, String browser) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID(flow.id())
            .claim("provider", flow.provider())
            .claim("site", flow.site())
            .claim("origin", flow.origin())
            .claim("mark", flow.mark())
            .claim("back", flow.back())
            .claim("browser", derived("browser", flow, browser))
            .expirationTime(Date.from(clock.instant().plus(LASTS)))
            .build();
    SignedJWT state =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims);
    try {
      state.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a state was not signed", e);
    }
    return state.serialize();
  }

  /** The sign-in of a state; empty if it is not ours, is over, or was begun in another browser. */
  Optional<Flow> read(String state, String browser) {
    try {
      SignedJWT jwt = SignedJWT.parse(state);
      if (!TYPE.equals(jwt.getHeader().getType()) || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Flow flow =
          new Flow(
              claims.getJWTID(),
              claims.getStringClaim("provider"),
              claims.getStringClaim("site"),
              claims.getStringClaim("origin"),
              claims.getStringClaim("mark"),
              claims.getStringClaim("back"));
      boolean inTime = clock.instant().isBefore(claims.getExpirationTime().toInstant());
      boolean same =
          MessageDigest.isEqual(
              derived("browser", flow, browser).getBytes(UTF_8),
              claims.getStringClaim("browser").getBytes(UTF_8));
      return inTime && same ? Optional.of(flow) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }
}
