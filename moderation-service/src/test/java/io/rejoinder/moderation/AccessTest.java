package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Topics;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.token.TokenState;
import io.rejoinder.moderation.AccessTable.Caller;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.Routes;
import io.rejoinder.moderation.testing.Service;
import io.rejoinder.moderation.testing.TestBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Who may do what: every route there is, tried by everyone there can be. */
class AccessTest {

  private static final String PASSWORD = "a password of a moderator";

  private static final List<AccessTable.Row> TABLE = AccessTable.rows();

  private static final TestBroker BROKER = new TestBroker();
  private static final Path DATA = folder();

  /** With a provider that nobody reaches: its routes are there, too. */
  private static final Service SERVICE =
      Service.start(
          BROKER,
          DATA,
          "--rejoinder.account.oidc.issuer=http://127.0.0.1:9",
          "--rejoinder.account.oidc.client-id=rejoinder");

  private static Path folder() {
    try {
      return Files.createTempDirectory("moderation-access");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterAll
  static void end() {
    SERVICE.close();
    BROKER.close();
  }

  private static Console nobody() {
    return new Console(SERVICE.address());
  }

  private static Console moderator(String name, boolean mustChange) {
    return staff(name, AccountState.Role.MODERATOR, mustChange);
  }

  private static Console staff(String name, AccountState.Role role, boolean mustChange) {
    AccountState account =
        new AccountState(
            name,
            1,
            name,
            role,
            String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD)),
            mustChange,
            true,
            Instant.now());
    BROKER.send(Topics.ACCOUNTS, account);
    return nobody().signedIn(name, PASSWORD);
  }

  private static void token(String id) {
    BROKER.send(
        Topics.TOKENS,
        new TokenState(
            id,
            1,
            id,
            "0".repeat(64),
            "aaaa",
            List.of("queue:read"),
            By.moderator("admin", "admin"),
            Instant.now(),
            null,
            false,
            Instant.now()));
  }

  /** What asks for a key of its own, and knows no session: see AkismetJourney. */
  private static boolean isByKey(AccessTable.Row row) {
    return row.path().contains("/1.1/");
  }

  private static Console administrator() {
    return nobody().signedIn("admin", SERVICE.adminPassword());
  }

  /** Signs in as each kind of caller. */
  private static Map<Caller, Console> everybody() {
    Map<Caller, Console> all = new EnumMap<>(Caller.class);
    for (Caller caller : Caller.values()) {
      all.put(caller, as(caller));
    }
    return all;
  }

  private static Console as(Caller caller) {
    String name = nameOf(caller);
    return switch (caller) {
      case ANONYMOUS -> nobody();
      case MUST_CHANGE -> staff(name, AccountState.Role.ADMINISTRATOR, true);
      case MODERATOR -> staff(name, AccountState.Role.MODERATOR, false);
      case SENIOR -> staff(name, AccountState.Role.SENIOR, false);
      case ADMINISTRATOR -> staff(name, AccountState.Role.ADMINISTRATOR, false);
    };
  }

  private static Console again(Caller caller) {
    Console fresh = nobody();
    if (caller != Caller.ANONYMOUS) {
      assertThat(fresh.signIn(nameOf(caller), PASSWORD).status()).isEqualTo(200);
    }
    return fresh;
  }

  private static String nameOf(Caller caller) {
    return "table-" + caller.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void everyRouteStandsInTheTableAndEveryLineOfTheTableIsARoute() {
    assertThat(TABLE.stream().map(AccessTable.Row::route))
        .as("src/test/resources/io/rejoinder/moderation/access.txt")
        .containsExactlyInAnyOrderElementsOf(Routes.of(SERVICE.context()));
  }

  @Test
  void everyRouteAnswersEveryRoleAsTheTableSays() {
    Map<Caller, Console> everybody = everybody();
    moderator("subject", false);
    token("subject");
    beginTrial();
    List<String> wrong = new ArrayList<>();
    for (AccessTable.Row row : TABLE) {
      for (Caller caller : Caller.values()) {
        int status = everybody.get(caller).status(row.method(), row.address());
        if (!row.allows(caller, status)) {
          wrong.add("%s %s: %d".formatted(caller, row, status));
        }
        if (row.route().equals("DELETE /api/session")) {
          everybody.put(caller, again(caller));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsNoRouteOfAPathIsClosedThere() {
    Console nobody = nobody();
    Console administrator = as(Caller.ADMINISTRATOR);
    Set<String> routes = TABLE.stream().map(AccessTable.Row::route).collect(Collectors.toSet());
    for (AccessTable.Row row : TABLE) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        if (routes.contains(method + " " + row.path())) {
          continue;
        }
        String what = method + " " + row.path();
        assertThat(nobody.status(method, row.address())).as("nobody: " + what).isEqualTo(401);
        assertThat(administrator.status(method, row.address()))
            .as("administrator: " + what)
            .isIn(403, 404, 405);
      }
    }
  }

  /** The first, of the settings as they are. */
  private static void beginTrial() {
    Console admin = administrator();
    var settings = admin.get("/api/screening/settings").body();
    Map<String, Object> draft =
        Map.of(
            "targets", settings.path("targets"),
            "holds", settings.path("holds"),
            "lists", settings.path("lists"),
            "rules", List.of());
    assertThat(admin.post("/api/screening/trials", Map.of("settings", draft)).header("Location"))
        .isEqualTo("/api/screening/trials/1");
  }

  @Test
  void whatIsNotARouteIsClosedToo() {
    for (String path : List.of("/actuator", "/actuator/env", "/webjars/x", "/api/secret", "/x")) {
      assertThat(nobody().get(path).status()).as(path).isEqualTo(401);
      assertThat(administrator().get(path).status()).as(path).isIn(403, 404);
    }
  }

  @Test
  void noRequestThatChangesSomethingPassesWithoutItsToken() {
    Console moderator = moderator("martha", false).withoutToken();
    for (AccessTable.Row row : TABLE) {
      if (!row.method().equals("GET") && !isByKey(row)) {
        Console.Answer answer = moderator.send(row.method(), row.address(), "{}");
        assertThat(answer.problem()).as(row.route()).isEqualTo("token-refused");
      }
    }
  }

  @Test
  void generatedPasswordOpensNothingButItsOwnChange() {
    Console fresh = moderator("milly", true);
    assertThat(fresh.get("/api/queue").problem()).isEqualTo("password-change-required");
    String wish = "a password of her own";
    assertThat(fresh.post("/api/session/password", Map.of("current", PASSWORD, "new", "short")))
        .returns(422, Console.Answer::status);
    assertThat(
            fresh.post(
                "/api/session/password", Map.of("current", PASSWORD, "new", "passwordpassword")))
        .returns("weak-password", Console.Answer::problem)
        .returns("guessable", answer -> answer.body().path("why").asString());
    assertThat(fresh.post("/api/session/password", Map.of("current", "no", "new", wish)))
        .returns(401, Console.Answer::status);
    assertThat(fresh.post("/api/session/password", Map.of("current", PASSWORD, "new", wish)))
        .returns(204, Console.Answer::status);
    assertThat(fresh.get("/api/queue").status()).isEqualTo(200);
    assertThat(nobody().signIn("milly", PASSWORD).problem()).isEqualTo("wrong-credentials");
    assertThat(nobody().signIn("MILLY", wish).status()).isEqualTo(200);
  }

  @Test
  void administratorOpensAnAccountWhoseOwnerChoosesItsPassword() {
    Console admin = administrator();
    Console.Answer opened = admin.post("/api/accounts", Map.of("name", " Mabel Miller "));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.body().path("account").path("name").asString()).isEqualTo("Mabel Miller");
    assertThat(opened.body().path("account").path("role").asString()).isEqualTo("moderator");
    String given = opened.body().path("password").asString();

    Console mabel = nobody().signedIn("mabel miller", given);
    assertThat(mabel.get("/api/queue").problem()).isEqualTo("password-change-required");
    Map<String, String> wish = Map.of("current", given, "new", "a password of her own");
    assertThat(mabel.post("/api/session/password", wish).status()).isEqualTo(204);
    assertThat(mabel.get("/api/queue").status()).isEqualTo(200);
    assertThat(mabel.get("/api/accounts").problem()).isEqualTo("not-allowed");

    assertThat(admin.post("/api/accounts", Map.of("name", "MABEL MILLER")).problem())
        .isEqualTo("name-taken");
    for (String name : List.of("", " ", "-", "a/b", "a<b", "x".repeat(65))) {
      assertThat(admin.post("/api/accounts", Map.of("name", name)).problem())
          .as("name '%s'", name)
          .isEqualTo("invalid-request");
    }
    assertThat(admin.post("/api/accounts", Map.of("name", "king", "role", "king")).status())
        .isEqualTo(400);
  }

  @Test
  void changeOfAnAccountEndsItsSessions() {
    Console admin = administrator();
    Console maud = moderator("maud", false);
    assertThat(maud.get("/api/queue").status()).isEqualTo(200);
    String address = "/api/accounts/maud";

    assertThat(admin.send("PUT", address, "{\"role\":\"moderator\"}").problem())
        .isEqualTo("invalid-request");
    assertThat(admin.send("PUT", address, "{\"role\":\"moderator\",\"active\":false}").status())
        .isEqualTo(200);
    assertThat(maud.get("/api/queue").status()).isEqualTo(401);
    assertThat(nobody().signIn("maud", PASSWORD).problem()).isEqualTo("wrong-credentials");

    assertThat(admin.send("PUT", address, "{\"role\":\"administrator\",\"active\":true}").status())
        .isEqualTo(200);
    assertThat(nobody().signedIn("maud", PASSWORD).get("/api/accounts").status()).isEqualTo(200);

    Console.Answer reset = admin.post(address + "/password", Map.of());
    assertThat(reset.status()).isEqualTo(200);
    assertThat(nobody().signIn("maud", PASSWORD).problem()).isEqualTo("wrong-credentials");
    String given = reset.body().path("password").asString();
    assertThat(nobody().signedIn("maud", given).get("/api/queue").problem())
        .isEqualTo("password-change-required");
  }

  @Test
  void sessionsAreListedAndEndedByTheirOwnersAndByAdministrators() {
    Console mavis = moderator("mavis", false);
    Console elsewhere = nobody().signedIn("mavis", PASSWORD);
    StaffJourney.sessions(mavis, elsewhere, moderator("melissa", false), administrator());
  }

  @Test
  void whoSwitchesCodesOnIsAskedForThem() {
    StaffJourney.secondFactor(
        moderator("moira", false), AccessTest::nobody, PASSWORD, administrator());
  }

  @Test
  void nobodyTakesTheirOwnAccountAway() {
    Console admin = administrator();
    String address = "/api/accounts/admin";
    assertThat(admin.send("PUT", address, "{\"role\":\"moderator\",\"active\":false}").problem())
        .isEqualTo("own-account");
    assertThat(admin.post(address + "/password", Map.of()).problem()).isEqualTo("own-account");
    assertThat(admin.post("/api/accounts/nobody/password", Map.of()).status()).isEqualTo(404);
    assertThat(admin.get("/api/accounts").status()).isEqualTo(200);
  }

  @Test
  void fifthFailureLocksTheNameOutWhetherItExistsOrNot() {
    for (String name : List.of("monica", "nobody-at-all")) {
      Console console = name.equals("monica") ? moderator("monica", false) : nobody();
      for (int i = 0; i < 5; i++) {
        assertThat(console.signIn(name, "wrong").problem()).isEqualTo("wrong-credentials");
      }
      Console.Answer refused = console.signIn(name, PASSWORD);
      assertThat(refused.problem()).isEqualTo("locked-out");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void signedOutSessionIsWorthless() {
    Console moderator = moderator("mona", false);
    Console.Answer before = moderator.get("/api/session");
    assertThat(before.status()).isEqualTo(200);
    assertThat(moderator.send("DELETE", "/api/session", null).status()).isEqualTo(204);
    assertThat(moderator.get("/api/queue").status()).isEqualTo(401);
    assertThat(moderator.get("/api/session").body().path("csrf").path("token").asString(""))
        .isNotEmpty();
  }

  @Test
  void sessionCookieIsForThisSiteAndNoScript() {
    Console.Answer answer = nobody().get("/api/session");
    assertThat(answer.status()).isEqualTo(401);
    Console.Answer signedIn = nobody().signIn("admin", SERVICE.adminPassword());
    assertThat(signedIn.header("Set-Cookie"))
        .startsWith("rejoinder_console=")
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict");
  }

  @Test
  void administratorsPasswordIsForTheOwnerOfTheDataFolder() throws java.io.IOException {
    assertThat(SERVICE.adminPassword()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(DATA.resolve("admin-password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void everyAnswerCarriesStrictHeaders() {
    for (String path : List.of("/", "/api/session", "/api/queue", "/problems/not-found")) {
      Console.Answer answer = nobody().get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  /**
   * Answers from the event loop and from another thread by turns, on one kept connection:
   * reactor-netty 1.3.6 stopped reading after a few dozen.
   */
  @Test
  void keptConnectionGoesOnAnswering() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < 400; i++) {
      assertThat(status(http, "/")).isEqualTo(200);
      assertThat(status(http, "/problems/nothing")).isEqualTo(404);
    }
  }

  private static int status(HttpClient http, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SERVICE.address() + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
