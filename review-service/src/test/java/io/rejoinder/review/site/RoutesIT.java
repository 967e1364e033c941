package io.rejoinder.review.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.account.AccountState.Role;
import io.rejoinder.review.Parts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Walks all routes: what is not for readers is closed to everybody but administrators. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=review-service")
@AutoConfigureWebTestClient(timeout = "30s")
@Import(Parts.class)
class RoutesIT {

  private static final Set<String> FOR_READERS =
      Set.of(
          "GET /",
          "GET /reviews/{slug}",
          "GET /sign-in",
          "GET /problems/{slug}",
          "GET /api/openapi.yaml",
          "GET /api/session");

  @Autowired RequestMappingHandlerMapping mapping;
  @Autowired KafkaOperations<byte[], byte[]> kafka;
  @Autowired WebTestClient web;

  private record Route(HttpMethod method, String path) {
    String address() {
      return path.replaceAll("\\{[a-z]+}", "none");
    }

    boolean forReaders() {
      return FOR_READERS.contains(method + " " + path);
    }
  }

  private List<Route> routes() {
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(
            info ->
                info.getPatternsCondition().getPatterns().stream()
                    .flatMap(
                        pattern ->
                            info.getMethodsCondition().getMethods().stream()
                                .map(
                                    method ->
                                        new Route(
                                            HttpMethod.valueOf(method.name()),
                                            pattern.getPatternString()))))
        .toList();
  }

  private static int status(WebTestClient client, Route route) {
    if (route.path.equals("/import") && HttpMethod.POST.equals(route.method)) {
      MultipartBodyBuilder body = new MultipartBodyBuilder();
      body.part("nothing", "x");
      return statusOf(
          client.post().uri("/import").body(BodyInserters.fromMultipartData(body.build())));
    }
    return statusOf(request(client, route));
  }

  private static int statusOf(WebTestClient.RequestHeadersSpec<?> request) {
    return request.exchange().expectBody().returnResult().getStatus().value();
  }

  private static WebTestClient.RequestHeadersSpec<?> request(WebTestClient client, Route route) {
    return client
        .method(route.method)
        .uri(route.address())
        .contentType(
            route.path.startsWith("/api/")
                ? MediaType.APPLICATION_JSON
                : MediaType.APPLICATION_FORM_URLENCODED);
  }

  @Test
  void everyRouteIsKnownToThisTest() {
    assertThat(routes())
        .filteredOn(Route::forReaders)
        .as("open routes")
        .hasSize(FOR_READERS.size());
    assertThat(routes())
        .filteredOn(route -> !route.forReaders())
        .extracting(route -> route.method + " " + route.path)
        .containsExactlyInAnyOrder(
            "GET /write",
            "POST /write",
            "GET /import",
            "POST /import",
            "GET /import/{id}",
            "POST /import/{id}/stop",
            "GET /api/imports/{id}",
            "POST /api/reviews",
            "PUT /api/reviews/{id}/comments");
  }

  @Test
  void strangersReachWhatIsForReadersOnly() {
    WebTestClient stranger = Staff.Browser.open(web).client();
    for (Route route : routes()) {
      int status = status(stranger, route);
      if (route.forReaders()) {
        assertThat(status).as("%s", route).isIn(200, 404);
      } else {
        assertThat(status)
            .as("%s", route)
            // A sign-in page for people, a problem for programs, a form's token read by nobody.
            .isIn(route.path.startsWith("/api/") ? List.of(401) : List.of(303, 403));
      }
    }
  }

  @Test
  void moderatorsReachNoMoreThanStrangers() throws Exception {
    Staff.write(kafka, Staff.account("mod", 1, Role.MODERATOR, true));
    WebTestClient moderator = Staff.signedIn(web, "mod").client();
    for (Route route : routes()) {
      int status = status(moderator, route);
      assertThat(status)
          .as("%s", route)
          .isIn(route.forReaders() ? List.of(200, 404) : List.of(403));
    }
  }

  @Test
  void administratorsReachEverything() throws Exception {
    Staff.write(kafka, Staff.account("ada", 1, Role.ADMINISTRATOR, true));
    WebTestClient administrator = Staff.signedIn(web, "ada").client();
    for (Route route : routes()) {
      assertThat(status(administrator, route)).as("%s", route).isNotIn(303, 401, 403, 500);
    }
  }

  @Test
  void requestsWithoutTheTokenAreRefused() throws Exception {
    Staff.write(kafka, Staff.account("eve", 1, Role.ADMINISTRATOR, true));
    WebTestClient forged = Staff.signedIn(web, "eve").forged();
    List<Route> changes =
        Stream.concat(
                routes().stream(),
                Stream.of(
                    new Route(HttpMethod.POST, "/sign-out"),
                    new Route(HttpMethod.POST, "/sign-in")))
            .filter(route -> !HttpMethod.GET.equals(route.method))
            .toList();
    assertThat(changes).hasSize(7);
    for (Route route : changes) {
      assertThat(status(forged, route)).as("%s", route).isEqualTo(403);
    }
  }

  @Test
  void accountThatIsTakenAwayIsOutAtOnce() throws Exception {
    Staff.write(kafka, Staff.account("tom", 1, Role.ADMINISTRATOR, true));
    WebTestClient gone = Staff.signedIn(web, "tom").client();
    gone.get().uri("/write").exchange().expectStatus().isOk();

    Staff.write(kafka, Staff.account("tom", 2, Role.ADMINISTRATOR, false));

    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(10))
        .untilAsserted(() -> gone.get().uri("/write").exchange().expectStatus().isForbidden());
  }

  @Test
  void addressesThatDoNotExistAreNotFound() {
    web.get().uri("/nothing/here").exchange().expectStatus().isNotFound();
    web.get()
        .uri("/api/nothing")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    web.get().uri("/actuator/health").exchange().expectStatus().isNotFound();
  }
}
