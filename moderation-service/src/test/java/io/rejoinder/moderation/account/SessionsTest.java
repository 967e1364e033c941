package io.rejoinder.moderation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Secret;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.moderation.account.AccountProperties.Place;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class SessionsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final AccountProperties BOUNDS =
      new AccountProperties(Duration.ofHours(12), 5, 20, Duration.ofMinutes(15));
  private static final Set<String> ENDED = ConcurrentHashMap.newKeySet();
  private static final AccountState ANNA =
      new AccountState("anna", 3, "anna", AccountState.Role.MODERATOR, "hash", false, true, NOW);

  private static Sessions sessions(String console, Instant now) {
    Secret secret = Secret.of(Base64.getEncoder().encodeToString(new byte[32]));
    return new Sessions(
        secret,
        new Place(Path.of("data"), URI.create(console)),
        BOUNDS,
        Clock.fixed(now, ZoneOffset.UTC),
        ENDED::contains);
  }

  private static MockServerWebExchange exchange(HttpCookie... cookies) {
    return MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(cookies));
  }

  private static ResponseCookie cookie(MockServerWebExchange exchange) {
    return exchange.getResponse().getCookies().values().iterator().next().get(0);
  }

  private static ResponseCookie signedIn(Sessions sessions) {
    MockServerWebExchange exchange = exchange();
    sessions.give(exchange, sessions.fresh(ANNA));
    return cookie(exchange);
  }

  @Test
  void aSessionHoldsOnEveryInstanceWithTheSecret() {
    ResponseCookie cookie = signedIn(sessions("http://localhost:8082", NOW));
    Sessions other = sessions("http://localhost:8082", NOW.plusSeconds(60));
    Session session = other.of(exchange(cookie)).orElseThrow();
    assertThat(session.account()).isEqualTo("anna");
    assertThat(other.isGood(session, ANNA)).isTrue();
  }

  @Test
  void aChangedCookieIsNone() {
    Sessions sessions = sessions("http://localhost:8082", NOW);
    ResponseCookie cookie = signedIn(sessions);
    String forged = cookie.getValue().replace(".anna.", ".adam.");
    assertThat(sessions.of(exchange(new HttpCookie(cookie.getName(), forged)))).isEmpty();
    for (String nonsense : new String[] {"", ".", "x", "a.b.c.d.e"}) {
      assertThat(sessions.of(exchange(new HttpCookie(cookie.getName(), nonsense)))).isEmpty();
    }
  }

  @Test
  void aSessionEndsWithItsTime() {
    ResponseCookie cookie = signedIn(sessions("http://localhost:8082", NOW));
    Sessions later = sessions("http://localhost:8082", NOW.plus(Duration.ofHours(13)));
    assertThat(later.of(exchange(cookie))).isEmpty();
  }

  @Test
  void aSessionThatSomebodyEndedIsNone() {
    Sessions sessions = sessions("http://localhost:8082", NOW);
    ResponseCookie cookie = signedIn(sessions);
    Session session = sessions.of(exchange(cookie)).orElseThrow();
    ENDED.add(session.id());
    assertThat(sessions.isGood(session, ANNA)).isFalse();
    assertThat(sessions.of(exchange(cookie))).isEmpty();
  }

  @Test
  void aSessionEndsWhenItsAccountChanges() {
    Sessions sessions = sessions("http://localhost:8082", NOW);
    Session session = sessions.of(exchange(signedIn(sessions))).orElseThrow();
    AccountState changed =
        new AccountState("anna", 4, "anna", AccountState.Role.MODERATOR, "h", false, true, NOW);
    AccountState closed =
        new AccountState("anna", 3, "anna", AccountState.Role.MODERATOR, "h", false, false, NOW);
    assertThat(sessions.isGood(session, changed)).isFalse();
    assertThat(sessions.isGood(session, closed)).isFalse();
  }

  @Test
  void signingInTakesANewIdAndEndsTheOldOne() {
    Sessions sessions = sessions("http://localhost:8082", NOW);
    MockServerWebExchange first = exchange();
    Session planted = sessions.begun(first);
    HttpCookie cookie = cookie(first);
    Session fresh = sessions.give(exchange(cookie), sessions.fresh(ANNA));
    assertThat(fresh.id()).isNotEqualTo(planted.id());
    assertThat(sessions.token(fresh)).isNotEqualTo(sessions.token(planted));
    assertThat(sessions.of(exchange(cookie)).orElseThrow().anonymous()).isTrue();
  }

  @Test
  void behindTlsTheCookieIsBoundToTheHost() {
    ResponseCookie cookie = signedIn(sessions("https://moderation.example.org", NOW));
    assertThat(cookie.getName()).isEqualTo("__Host-rejoinder_console");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(Objects.requireNonNull(cookie.getSameSite())).isEqualTo("Strict");
  }
}
