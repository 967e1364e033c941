package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Topics;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.Service;
import io.rejoinder.moderation.testing.TestBroker;
import io.rejoinder.projection.MongoEngine;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import reactor.core.publisher.Mono;

/** Who may do what: every route there is, tried by everyone there can be. */
class AccessTest {

  private static final String PASSWORD = "a password of a moderator";

  /** What anybody may ask; a route that is not named here and answers to anybody fails the test. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /",
          "GET /index.html",
          "GET /licenses.md",
          "GET /api/openapi.yaml",
          "GET /api/session",
          "POST /api/session",
          "DELETE /api/session",
          "GET /problems/{slug}");

  private static final TestBroker BROKER = new TestBroker();
  private static final MongoEngine STORE = MongoEngine.embedded();
  private static final Path DATA = folder();
  private static final Service SERVICE = Service.start(BROKER, STORE, DATA);

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
    STORE.close();
    BROKER.close();
  }

  private static Console nobody() {
    return new Console(SERVICE.address());
  }

  private static Console moderator(String name, boolean mustChange) {
    AccountState account =
        new AccountState(
            name,
            1,
            name,
            AccountState.Role.MODERATOR,
            String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD)),
            mustChange,
            true,
            Instant.now());
    BROKER.send(Topics.ACCOUNTS, account);
    return nobody().signedIn(name, PASSWORD);
  }

  private static Console administrator() {
    return nobody().signedIn("admin", SERVICE.adminPassword());
  }

  private static String path(String pattern) {
    return pattern
        .replace("accounts/{id}", "accounts/subject")
        .replace("{id}", "0123456789abcdef0123456789abcdef")
        .replace("{slug}", "not-found")
        .replace("{version}", "0")
        .replace("{trial}", "1")
        .replace("**", "nothing.js");
  }

  @Test
  void everyRouteIsClosedToThoseItIsNotFor() {
    Routes routes = Routes.of(SERVICE);
    assertThat(routes.found).hasSizeGreaterThan(12);
    Console moderator = moderator("mary", false);
    moderator("subject", false);
    beginTrial();
    for (String route : routes.found) {
      String method = route.substring(0, route.indexOf(' '));
      String path = path(route.substring(route.indexOf(' ') + 1));
      if (OPEN.contains(route) || route.endsWith("/stream")) {
        continue;
      }
      assertThat(nobody().send(method, path, null).status()).as("nobody: " + route).isEqualTo(401);
      int status = moderator.send(method, path, null).status();
      if (isForAdministrators(method, path)) {
        assertThat(status).as("moderator: " + route).isEqualTo(403);
        status = administrator().send(method, path, null).status();
      }
      assertThat(status).as("allowed: " + route).isNotIn(401, 403, 404, 500);
    }
    assertThat(nobody().get("/api/queue/stream").status()).isEqualTo(401);
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

  private static boolean isForAdministrators(String method, String path) {
    return path.startsWith("/api/accounts")
        || path.startsWith("/api/audit")
        || (path.startsWith("/api/screening") && !method.equals("GET"));
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
    for (String route : Routes.of(SERVICE).found) {
      String method = route.substring(0, route.indexOf(' '));
      if (!method.equals("GET")) {
        Console.Answer answer =
            moderator.send(method, path(route.substring(route.indexOf(' ') + 1)), "{}");
        assertThat(answer.problem()).as(route).isEqualTo("token-refused");
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

  /** Finds every route of the service; a handler of another kind than a router fails the test. */
  @SuppressWarnings("overloads") // The interface's own: lambdas are not handed to it here.
  private static final class Routes implements RouterFunctions.Visitor, RequestPredicates.Visitor {

    private final List<String> found = new ArrayList<>();
    private Set<HttpMethod> methods = Set.of();
    private String pattern = "";

    static Routes of(Service service) {
      Routes routes = new Routes();
      Map<String, HandlerMapping> mappings = service.context().getBeansOfType(HandlerMapping.class);
      mappings.forEach(
          (name, mapping) -> {
            if (mapping instanceof RouterFunctionMapping router) {
              Optional.ofNullable(router.getRouterFunction())
                  .ifPresent(function -> function.accept(routes));
            } else if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
              assertThat(controllers.getHandlerMethods()).as(name).isEmpty();
            } else if (mapping instanceof AbstractUrlHandlerMapping files) {
              assertThat(files.getHandlerMap()).as(name).isEmpty();
            } else if (!mapping.getClass().getSimpleName().equals("EmptyHandlerMapping")) {
              throw new AssertionError("routes that this test cannot look into: " + name);
            }
          });
      return routes;
    }

    @Override
    public void startNested(RequestPredicate predicate) {}

    @Override
    public void endNested(RequestPredicate predicate) {}

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
      predicate.accept(this);
      methods.forEach(method -> found.add(method + " " + pattern));
    }

    /** Files below a folder: the console's assets, which have no secrets. */
    @Override
    public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> function) {
      throw new AssertionError("a router of a kind that this test cannot look into: " + function);
    }

    @Override
    public void method(Set<HttpMethod> all) {
      methods = all;
    }

    @Override
    public void path(String path) {
      pattern = path;
    }

    @Override
    public void header(String name, String value) {}

    @Override
    public void queryParam(String name, String value) {}

    @Override
    public void version(String version) {}

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public void pathExtension(String extension) {}

    @Override
    public void startAnd() {}

    @Override
    public void and() {}

    @Override
    public void endAnd() {}

    @Override
    public void startOr() {}

    @Override
    public void or() {}

    @Override
    public void endOr() {}

    @Override
    public void startNegate() {}

    @Override
    public void endNegate() {}

    @Override
    public void unknown(RequestPredicate predicate) {
      throw new AssertionError("a route of a kind that this test cannot look into: " + predicate);
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
