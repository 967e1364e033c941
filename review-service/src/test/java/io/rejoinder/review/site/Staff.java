package io.rejoinder.review.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.AccountState.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Accounts as the moderation service would write them, and browsers that are signed in. */
final class Staff {

  static final String PASSWORD = "correct horse battery";
  private static final String HASH =
      Objects.requireNonNull(
          Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD));
  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  private Staff() {}

  static AccountState account(String name, long version, Role role, boolean active) {
    return new AccountState("id-" + name, version, name, role, HASH, false, active, Instant.now());
  }

  static void write(KafkaOperations<byte[], byte[]> kafka, AccountState account) throws Exception {
    kafka.send(CODEC.write(Topics.ACCOUNTS, account)).get(10, TimeUnit.SECONDS);
  }

  /** A browser that is signed in, once the account has arrived. */
  static Browser signedIn(WebTestClient web, String name) {
    Browser browser = Browser.open(web);
    Awaitility.await("sign-in of " + name)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> "/".equals(browser.signIn(name, PASSWORD)));
    return browser.again();
  }

  /** A session's cookie and token. */
  static final class Browser {
    private final WebTestClient web;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    private Browser(WebTestClient web) {
      this.web = web;
    }

    static Browser open(WebTestClient web) {
      return new Browser(web).again();
    }

    /** Asks for the session's token, which changes when somebody signs in. */
    Browser again() {
      EntityExchangeResult<Map<String, Object>> session =
          web.get()
              .uri("/api/session")
              .header("Cookie", cookie())
              .exchange()
              .expectStatus()
              .isOk()
              .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
              .returnResult();
      keep(session);
      Object csrf = Objects.requireNonNull(session.getResponseBody()).get("csrf");
      token = String.valueOf(((Map<?, ?>) Objects.requireNonNull(csrf)).get("token"));
      return this;
    }

    private void keep(EntityExchangeResult<?> result) {
      result
          .getResponseCookies()
          .toSingleValueMap()
          .forEach((name, cookie) -> cookies.put(name, cookie.getValue()));
    }

    private String cookie() {
      return cookies.entrySet().stream()
          .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
          .collect(Collectors.joining("; "));
    }

    /** Where the form leads. */
    String signIn(String name, String password) {
      return signIn(name, password, "");
    }

    /** Where the form leads that was reached from a closed page. */
    String signIn(String name, String password, String then) {
      return signIn(name, password, then, "");
    }

    /** The same with a code of a device. */
    String signIn(String name, String password, String then, String code) {
      EntityExchangeResult<byte[]> result =
          client()
              .post()
              .uri("/sign-in")
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body(
                  BodyInserters.fromFormData("name", name)
                      .with("password", password)
                      .with("then", then)
                      .with("code", code))
              .exchange()
              .expectStatus()
              .is3xxRedirection()
              .expectBody()
              .returnResult();
      keep(result);
      return String.valueOf(result.getResponseHeaders().getLocation());
    }

    /** A client with the session and its token. */
    WebTestClient client() {
      return web.mutate()
          .defaultHeader("Cookie", cookie())
          .defaultHeader("X-CSRF-TOKEN", token)
          .build();
    }

    /** A client with the session, without the token: a request from another site. */
    WebTestClient forged() {
      return web.mutate().defaultHeader("Cookie", cookie()).build();
    }

    String token() {
      assertThat(token).isNotEmpty();
      return token;
    }
  }
}
