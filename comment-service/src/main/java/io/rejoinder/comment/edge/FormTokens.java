package io.rejoinder.comment.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalInt;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed times, which say when a form was shown without anything being kept here. A page carries
 * one in {@link #HEADER}, a post brings it back. All instances of an installation know each
 * other's. Threadsafe.
 */
public final class FormTokens {

  /** The header of a page that carries the token. */
  public static final String HEADER = "Form-Token";

  /** An older one says nothing: it may have been passed on. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int RADIX = 36;
  private static final int MAC_CHARACTERS = 16;

  private final SecretKeySpec key;
  private final Clock clock;
  private volatile Token latest = new Token(0, "");

  /** Tokens of an installation. */
  public FormTokens(Secret secret, Clock clock) {
    this.key = secret.keyFor("form.token");
    this.clock = clock;
  }

  /** The token of this second. */
  public String token() {
    long second = clock.instant().getEpochSecond();
    Token token = latest;
    if (token.second() != second) {
      token = new Token(second, text(second));
      latest = token;
    }
    return token.text();
  }

  /** Whole seconds since the form with this token was shown; empty if it is none of ours. */
  public OptionalInt secondsSince(@Nullable String token) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (token == null || dot < 1 || dot > MAC_CHARACTERS) {
      return OptionalInt.empty();
    }
    try {
      long second = Long.parseLong(token.substring(0, dot), RADIX);
      byte[] expected = text(second).getBytes(UTF_8);
      long seconds = clock.instant().getEpochSecond() - second;
      boolean ours = MessageDigest.isEqual(expected, token.getBytes(UTF_8));
      return ours && seconds >= 0 && seconds <= LONGEST.toSeconds()
          ? OptionalInt.of((int) seconds)
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private String text(long second) {
    String time = Long.toString(second, RADIX);
    byte[] mac = Secret.hmac(key, time.getBytes(UTF_8));
    return time
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(mac).substring(0, MAC_CHARACTERS);
  }

  private record Token(long second, String text) {}
}
