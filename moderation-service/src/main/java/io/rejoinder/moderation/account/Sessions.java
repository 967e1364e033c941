package io.rejoinder.moderation.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.moderation.account.AccountProperties.Place;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sessions as signed cookies: they outlive a restart and hold on every instance. A session ends
 * with its time, with every change of its account, and by being ended. Threadsafe.
 */
final class Sessions {

  private static final String NAME = "rejoinder_console";
  private static final String ATTRIBUTE = Sessions.class.getName();
  private static final int ID_BYTES = 16;
  private static final Pattern SHAPE =
      Pattern.compile("([0-9a-f]{32})\\.([0-9a-zA-Z-]{0,64})\\.([0-9]{1,18})\\.([0-9]{1,18})");

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec cookieKey;
  private final SecretKeySpec tokenKey;
  private final Place place;
  private final Duration length;
  private final Clock clock;
  private final Predicate<String> ended;

  /**
   * Sessions.
   *
   * @param ended whether somebody ended the session with this id
   */
  Sessions(
      Secret secret,
      Place place,
      AccountProperties settings,
      Clock clock,
      Predicate<String> ended) {
    this.cookieKey = secret.keyFor("console.session");
    this.tokenKey = secret.keyFor("console.csrf");
    this.place = place;
    this.length = settings.session();
    this.clock = clock;
    this.ended = ended;
  }

  private String cookieName() {
    return (place.secure() ? "__Host-" : "") + NAME;
  }

  /** The session that the request belongs to, or that was begun while it was answered. */
  Optional<Session> of(ServerWebExchange exchange) {
    Session begun = exchange.getAttribute(ATTRIBUTE);
    if (begun != null) {
      return Optional.of(begun);
    }
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(cookieName());
    return cookie == null ? Optional.empty() : read(cookie.getValue());
  }

  /** The session of the request; begins one without an account if there is none. */
  Session begun(ServerWebExchange exchange) {
    return of(exchange).orElseGet(() -> give(exchange, fresh("", 0)));
  }

  /** A session of this account, with a new id: one that was planted before is worthless. */
  Session fresh(AccountState account) {
    return fresh(account.id(), account.version());
  }

  private Session fresh(String account, long version) {
    return new Session(freshId(), account, version, clock.instant().plus(length));
  }

  /** Takes the cookie back. */
  void takeBack(ServerWebExchange exchange) {
    exchange.getResponse().addCookie(cookie("", Duration.ZERO));
  }

  /** The token that requests of this session carry. */
  String token(Session session) {
    byte[] mac = Secret.hmac(tokenKey, session.id().getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  /** Whether the session is still good for the account, which may have changed meanwhile. */
  boolean isGood(Session session, AccountState account) {
    return account.active()
        && session.version() == account.version()
        && clock.instant().isBefore(session.until())
        && !ended.test(session.id());
  }

  /** Gives the browser the session's cookie. */
  Session give(ServerWebExchange exchange, Session session) {
    exchange.getAttributes().put(ATTRIBUTE, session);
    String said =
        String.join(
            ".",
            List.of(
                session.id(),
                session.account(),
                Long.toString(session.version()),
                Long.toString(session.until().getEpochSecond())));
    exchange.getResponse().addCookie(cookie(said + "." + sign(said), left(session)));
    return session;
  }

  private Duration left(Session session) {
    return Duration.between(clock.instant(), session.until());
  }

  private ResponseCookie cookie(String value, Duration age) {
    return ResponseCookie.from(cookieName(), value)
        .httpOnly(true)
        .secure(place.secure())
        .sameSite("Strict")
        .path("/")
        .maxAge(age)
        .build();
  }

  private Optional<Session> read(String cookie) {
    int end = cookie.lastIndexOf('.');
    if (end < 0) {
      return Optional.empty();
    }
    String said = cookie.substring(0, end);
    byte[] signature = cookie.substring(end + 1).getBytes(UTF_8);
    Matcher parts = SHAPE.matcher(said);
    if (!MessageDigest.isEqual(sign(said).getBytes(UTF_8), signature) || !parts.matches()) {
      return Optional.empty();
    }
    Session session =
        new Session(
            parts.group(1),
            parts.group(2),
            Long.parseLong(parts.group(3)),
            Instant.ofEpochSecond(Long.parseLong(parts.group(4))));
    boolean over = !clock.instant().isBefore(session.until()) || ended.test(session.id());
    return over ? Optional.empty() : Optional.of(session);
  }

  private String sign(String said) {
    return HexFormat.of().formatHex(Secret.hmac(cookieKey, said.getBytes(UTF_8)));
  }

  private String freshId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
