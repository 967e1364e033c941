package io.rejoinder.comment.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Secret;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of readers who are signed in: a JWT of this installation (HS256) that says all there is to
 * know, so that every instance knows it and none keeps anything. Threadsafe.
 */
public final class SignedTokens {

  /** Its own type, so that no other token with this key's signature could pass for one. */
  private static final JOSEObjectType TYPE = new JOSEObjectType("rejoinder-reader+jwt");

  private static final String SITE = "site";
  private static final String NAME = "name";
  private static final String EMAIL_BOX = "ebox";
  private static final String EMAIL_HASH = "ehash";

  /** As many bytes as a browser's own id has. */
  private static final int ID_BYTES = 16;

  private final SecretKeySpec ids;
  private final MACSigner signer;
  private final MACVerifier verifier;

  SignedTokens(Secret secret) {
    this.ids = secret.keyFor("reader.subject");
    SecretKeySpec key = secret.keyFor("reader.signed-in");
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK has no HS256", e);
    }
  }

  /**
   * The id of who is known under this name elsewhere: a keyed hash, so that it is the same
   * everywhere in this installation and tells nobody the name.
   *
   * @param scope who trusts the issuer: {@code host:<site>} or {@code oidc}
   */
  public String idOf(String scope, String issuer, String subject) {
    // A line break stands in none of the three: no two are joined to the same text.
    byte[] joined = (scope + "\n" + issuer + "\n" + subject).getBytes(UTF_8);
    byte[] hash = Secret.hmac(ids, joined);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOf(hash, ID_BYTES));
  }

  /** The token of a reader. */
  public String issue(SignedIn reader) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(reader.reader())
            .claim(SITE, reader.site())
            .claim(NAME, reader.name())
            .expirationTime(Date.from(reader.until()));
    Sealed email = reader.email();
    if (email != null) {
      claims.claim(EMAIL_BOX, email.box()).claim(EMAIL_HASH, email.hash());
    }
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a token was not signed", e);
    }
    return token.serialize();
  }

  /** Whether a text has the shape of such a token, and not of a browser's own. */
  static boolean shaped(String token) {
    int first = token.indexOf('.');
    return first > 0 && token.indexOf('.', first + 1) > 0;
  }

  /**
   * What a token says; empty for anything that was not signed here. Whether it is over is for the
   * caller to look at.
   */
  Optional<SignedIn> read(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean ours =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
              && TYPE.equals(jwt.getHeader().getType())
              && jwt.verify(verifier);
      return ours ? Optional.of(signedIn(jwt.getJWTClaimsSet())) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static SignedIn signedIn(JWTClaimsSet claims) throws ParseException {
    @Nullable String box = claims.getStringClaim(EMAIL_BOX);
    @Nullable String hash = claims.getStringClaim(EMAIL_HASH);
    return new SignedIn(
        claims.getSubject(),
        claims.getStringClaim(SITE),
        claims.getStringClaim(NAME),
        box == null || hash == null ? null : new Sealed(box, hash),
        claims.getExpirationTime().toInstant());
  }
}
