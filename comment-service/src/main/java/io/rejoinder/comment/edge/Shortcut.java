package io.rejoinder.comment.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A route that {@link Shortcuts} know by its text: it is asked for so often that finding it among
 * all routes would be much of what a request costs. The router has it, too, for spellings that need
 * decoding.
 *
 * @param method the method
 * @param before the path up to its one variable
 * @param variable the variable's name
 * @param after the path behind the variable
 * @param handler answers
 */
public record Shortcut(
    HttpMethod method,
    String before,
    String variable,
    String after,
    HandlerFunction<ServerResponse> handler) {

  /** The route for the router. */
  public RouterFunction<ServerResponse> route() {
    return RouterFunctions.route(
        RequestPredicates.method(method).and(RequestPredicates.path(pattern())), handler);
  }

  String pattern() {
    return before + "{" + variable + "}" + after;
  }

  /** The variable's value; null if the request is not for this route, or its path is encoded. */
  @Nullable String match(ServerHttpRequest request) {
    String path = request.getPath().value();
    int end = path.length() - after.length();
    if (!request.getMethod().equals(method)
        || end <= before.length()
        || !path.startsWith(before)
        || !path.endsWith(after)) {
      return null;
    }
    String value = path.substring(before.length(), end);
    return value.indexOf('/') < 0 && value.indexOf('%') < 0 && value.indexOf(';') < 0
        ? value
        : null;
  }
}
