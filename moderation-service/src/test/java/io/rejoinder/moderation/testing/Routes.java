package io.rejoinder.moderation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
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

/** Finds every route of the service; a handler of another kind than a router fails the test. */
@SuppressWarnings("overloads") // The interface's own: lambdas are not handed to it here.
public final class Routes implements RouterFunctions.Visitor, RequestPredicates.Visitor {

  private final List<String> found = new ArrayList<>();
  private Set<HttpMethod> methods = Set.of();
  private String pattern = "";

  private Routes() {}

  /** Each as a method, a space and a pattern. */
  public static List<String> of(ApplicationContext context) {
    Routes routes = new Routes();
    Map<String, HandlerMapping> mappings = context.getBeansOfType(HandlerMapping.class);
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
    return routes.found;
  }

  /** A prefix would be missing from the patterns inside it. */
  @Override
  public void startNested(RequestPredicate predicate) {
    throw new AssertionError("a nested route, which this test cannot look into: " + predicate);
  }

  @Override
  public void endNested(RequestPredicate predicate) {}

  @Override
  public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
    methods = Set.of();
    pattern = "";
    predicate.accept(this);
    assertThat(methods).as("methods of %s", predicate).isNotEmpty();
    assertThat(pattern).as("path of %s", predicate).isNotEmpty();
    methods.forEach(method -> found.add(method + " " + pattern));
  }

  /** Files below a folder; the framework tells the pattern in words only. */
  @Override
  public void resources(Function<ServerRequest, Mono<Resource>> lookup) {
    String told = lookup.toString();
    assertThat(told).contains(" -> ");
    found.add("GET " + told.substring(0, told.indexOf(" -> ")));
  }

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
