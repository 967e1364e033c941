package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.edge.ProblemType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import reactor.core.publisher.Mono;

/** Nothing is reachable but what stands here: a new route is a decision about who may use it. */
@ExtendWith(SharedPlatform.class)
class RoutesTest {

  private static final List<String> FOR_ANYONE =
      List.of(
          "GET /api/threads/{thread}/comments",
          "POST /api/threads/{thread}/comments",
          "GET /api/threads/{thread}/stream",
          "GET /api/counts",
          "GET /embed.js",
          "GET /threads/{thread}",
          "POST /threads/{thread}",
          "GET /threads/{thread}/fragment",
          "GET /threads/{thread}/feed",
          "GET /comments/{id}",
          "GET /comments/{id}/feed",
          "POST /api/readers",
          "POST /api/preview",
          "POST /api/threads/{thread}/followers",
          "GET /threads/{thread}/follow",
          "POST /threads/{thread}/follow",
          "GET /your-data",
          "POST /your-data",
          "POST /api/readers/signed-in",
          "GET /sign-in/callback",
          "GET /sign-in/with/{provider}",
          "GET /widget/**",
          "GET /api/openapi.yaml",
          "GET /problems/{slug}");

  /** By the token of the post. */
  private static final List<String> FOR_THE_AUTHOR =
      List.of(
          "GET /api/submissions/{id}",
          "PUT /api/submissions/{id}",
          "DELETE /api/submissions/{id}",
          "POST /api/submissions/{id}/erasure",
          "POST /api/submissions/{id}/appeal",
          "POST /api/submissions/{id}/claim",
          "POST /api/submissions/{id}/followers",
          "GET /api/submissions/{id}/stream");

  /** By the key of the site. */
  private static final List<String> FOR_THE_SITE =
      List.of("GET /api/sites/{site}/threads/{thread}", "PUT /api/sites/{site}/threads/{thread}");

  /** By the same token, for people without JavaScript. */
  private static final List<String> PAGES_FOR_THE_AUTHOR =
      List.of("GET /submissions/{id}", "POST /submissions/{id}");

  /** By the link of a message. */
  private static final List<String> FOR_WHO_GOT_A_MESSAGE =
      List.of(
          "GET /following/confirm",
          "POST /following/confirm",
          "GET /following/stop",
          "POST /following/stop",
          "GET /your-data/mailbox",
          "POST /your-data/mailbox");

  /** By the token of a browser's identity. */
  private static final List<String> FOR_A_READER =
      List.of(
          "PUT /api/comments/{id}/like",
          "DELETE /api/comments/{id}/like",
          "GET /api/threads/{thread}/likes",
          "POST /api/comments/{id}/reports",
          "GET /api/readers/me/data",
          "POST /api/readers/me/erasure");

  private final Platform platform;

  RoutesTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void everyRouteIsListed() {
    List<String> expected = new ArrayList<>(FOR_ANYONE);
    expected.addAll(FOR_THE_AUTHOR);
    expected.addAll(FOR_THE_SITE);
    expected.addAll(PAGES_FOR_THE_AUTHOR);
    expected.addAll(FOR_A_READER);
    expected.addAll(FOR_WHO_GOT_A_MESSAGE);

    assertThat(routes()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(platform.parts(HandlerMapping.class))
        .as("no other way in: no controllers, no static files")
        .extracting(mapping -> mapping.getClass().getSimpleName())
        .containsExactlyInAnyOrder(
            "RouterFunctionMapping",
            "RequestMappingHandlerMapping",
            "EmptyHandlerMapping",
            "AdditionalHealthEndpointPathsWebFluxHandlerMapping");
    assertThat(platform.part(RequestMappingHandlerMapping.class).getHandlerMethods()).isEmpty();
  }

  @Test
  void theAuthorsRoutesAreClosedToEverybodyElse() {
    for (String route : FOR_THE_AUTHOR) {
      String[] parts = route.split(" ", 2);
      URI uri = platform.uri(parts[1].replace("{id}", States.id(1).value()));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri).method(parts[0], HttpRequest.BodyPublishers.noBody());
      Problems.check(platform.send(request), 401, "token-required");
      Problems.check(
          platform.send(request.header("Authorization", "Bearer x")), 403, "token-refused");
    }
  }

  @Test
  void theSitesRoutesAreClosedToEverybodyElse() {
    for (String route : FOR_THE_SITE) {
      String[] parts = route.split(" ", 2);
      for (String site : List.of("blog", "strict", "nowhere")) {
        URI uri = platform.uri(parts[1].replace("{site}", site).replace("{thread}", "night"));
        HttpRequest.Builder request =
            HttpRequest.newBuilder(uri).method(parts[0], HttpRequest.BodyPublishers.noBody());
        Problems.check(platform.send(request), 401, "token-required");
        Problems.check(
            platform.send(request.header("Authorization", "Bearer x")), 403, "key-refused");
      }
    }
  }

  @Test
  void theAuthorsPagesAreClosedToEverybodyElse() {
    for (String route : PAGES_FOR_THE_AUTHOR) {
      String[] parts = route.split(" ", 2);
      String path = parts[1].replace("{id}", States.id(1).value());
      for (String query : List.of("", "?token=x")) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(platform.uri(path + query))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(parts[0], HttpRequest.BodyPublishers.ofString("action=withdraw"));
        assertThat(platform.send(request).statusCode()).isEqualTo(403);
      }
    }
  }

  @Test
  void theReadersRoutesAreClosedToWhoeverHasNoIdentity() {
    for (String route : FOR_A_READER) {
      String[] parts = route.split(" ", 2);
      String path = parts[1].replace("{id}", States.id(1).value()).replace("{thread}", "film");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(platform.uri(path))
              .method(parts[0], HttpRequest.BodyPublishers.noBody());
      Problems.check(platform.send(request), 401, "reader-required");
      Problems.check(platform.send(request.header("Rejoinder-Reader", "x")), 403, "reader-refused");
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void theOpenApiDocumentDescribesThemAllAndEveryProblem() {
    Map<String, Object> document =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(platform.get("/api/openapi.yaml").body());
    List<String> described = new ArrayList<>();
    Map<String, Map<String, Object>> paths =
        (Map<String, Map<String, Object>>) document.get("paths");
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(key -> !key.equals("parameters"))
                .forEach(
                    method ->
                        described.add(
                            method.toUpperCase(Locale.ROOT) + " " + path.replace("{file}", "**"))));
    Map<String, Map<String, Map<String, Object>>> components =
        (Map<String, Map<String, Map<String, Object>>>) document.get("components");

    assertThat(described).containsExactlyInAnyOrderElementsOf(routes());
    assertThat((List<String>) components.get("schemas").get("ProblemSlug").get("enum"))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
  }

  private List<String> routes() {
    Routes routes = new Routes();
    platform.parts(RouterFunction.class).forEach(function -> function.accept(routes));
    return routes.found;
  }

  /** Collects method and pattern of each route; those without a method only refuse others. */
  @SuppressWarnings("overloads") // The interface's own: lambdas are not handed to it here.
  private static final class Routes implements RouterFunctions.Visitor, RequestPredicates.Visitor {
    private final List<String> found = new ArrayList<>();
    private Optional<String> method = Optional.empty();
    private String pattern = "";

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
      method = Optional.empty();
      predicate.accept(this);
      method.ifPresent(name -> found.add(name + " " + pattern));
    }

    @Override
    public void method(Set<HttpMethod> methods) {
      method = Optional.of(methods.iterator().next().name());
    }

    @Override
    public void path(String given) {
      pattern = given;
    }

    @Override
    public void startNested(RequestPredicate predicate) {}

    @Override
    public void endNested(RequestPredicate predicate) {}

    @Override
    public void resources(Function<ServerRequest, Mono<Resource>> lookup) {
      found.add("resources");
    }

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> function) {
      found.add("unknown");
    }

    @Override
    @SuppressWarnings("removal") // Still part of the interface.
    public void pathExtension(String extension) {}

    @Override
    public void header(String name, String value) {}

    @Override
    public void queryParam(String name, String value) {}

    @Override
    public void version(String version) {}

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
    public void unknown(RequestPredicate predicate) {}
  }
}
