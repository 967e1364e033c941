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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sessions as signed cookies: they outlive a restart and hold on every instance. A session ends
 * with its time, with every change of its account, and by signing out; that is remembered by this
 * instance alone, while it runs. Threadsafe.
 */
final class Sessions {

  private static final String NAME = "rejoinder_console";
  private static final String ATTRIBUTE = Sessions.class.getName();
  private static final int ID_BYTES = 16;
  private static final int ENDED_REMEMBERED = 10_000;
  private static final Pattern SHAPE =
      Pattern.compile("([0-9a-f]{32})\\.([0-9a-zA-Z-]{0,64})\\.([0-9]{1,18})\\.([0-9]{1,18})");

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec cookieKey;
  private final SecretKeySpec tokenKey;
  private final Place place;
  private final Duration length;
  private final Clock clock;
  private final Map<String, Instant> ended = new LinkedHashMap<>();

  Sessions(Secret secret, Place place, AccountProperties settings, Clock clock) {
    this.cookieKey = secret.keyFor("console.session");
    this.tokenKey = secret.keyFor("console.csrf");
    this.place = place;
    this.length = settings.session();
    this.clock = clock;
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
    return of(exchange).orElseGet(() -> begin(exchange, freshId(), "", 0));
  }

  /** Begins a session of this account, with a new id: one that was planted before is worthless. */
  Session signIn(ServerWebExchange exchange, AccountState account) {
    of(exchange).ifPresent(this::end);
    return begin(exchange, freshId(), account.id(), account.version());
  }

  /** Goes on as the same session after its own account changed. */
  void renew(ServerWebExchange exchange, AccountState account) {
    String id = of(exchange).map(Session::id).orElseGet(this::freshId);
    begin(exchange, id, account.id(), account.version());
  }

  /** Ends the session and takes the cookie back. */
  void signOut(ServerWebExchange exchange) {
    of(exchange).ifPresent(this::end);
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
        && !isEnded(session.id());
  }

  private Session begin(ServerWebExchange exchange, String id, String account, long version) {
    Session session = new Session(id, account, version, clock.instant().plus(length));
    exchange.getAttributes().put(ATTRIBUTE, session);
    String said =
        String.join(
            ".",
            List.of(
                id,
                account,
                Long.toString(version),
                Long.toString(session.until().getEpochSecond())));
    exchange.getResponse().addCookie(cookie(said + "." + sign(said), length));
    return session;
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
    boolean over = !clock.instant().isBefore(session.until()) || isEnded(session.id());
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

  private void end(Session session) {
    synchronized (ended) {
      ended.put(session.id(), session.until());
      if (ended.size() > ENDED_REMEMBERED) {
        ended.remove(ended.keySet().iterator().next());
      }
    }
  }

  private boolean isEnded(String id) {
    synchronized (ended) {
      return ended.containsKey(id);
    }
  }
}
