package io.rejoinder.comment.edge;

import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Leads the requests of {@link Shortcut}s past the router; the last of the filters. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class Shortcuts implements WebFilter {

  /** Requests are read and answers written as bytes, see {@link Bodies} and {@link Reply}. */
  private static final ServerResponse.Context NO_CODECS = new NoCodecs();

  private final List<Shortcut> shortcuts;

  Shortcuts(List<Shortcut> shortcuts) {
    this.shortcuts = List.copyOf(shortcuts);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    for (Shortcut shortcut : shortcuts) {
      String value = shortcut.match(exchange.getRequest());
      if (value != null) {
        return answer(exchange, shortcut, value);
      }
    }
    return chain.filter(exchange);
  }

  private Mono<Void> answer(ServerWebExchange exchange, Shortcut shortcut, String value) {
    Map<String, Object> attributes = exchange.getAttributes();
    attributes.put(
        RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of(shortcut.variable(), value));
    ServerRequestObservationContext.findCurrent(attributes)
        .ifPresent(observation -> observation.setPathPattern(shortcut.pattern()));
    return Mono.defer(() -> handle(exchange, shortcut));
  }

  private static Mono<Void> handle(ServerWebExchange exchange, Shortcut shortcut) {
    return shortcut
        .handler()
        .handle(ServerRequest.create(exchange, List.of()))
        .flatMap(response -> response.writeTo(exchange, NO_CODECS));
  }

  private static final class NoCodecs implements ServerResponse.Context {

    @Override
    public List<HttpMessageWriter<?>> messageWriters() {
      return List.of();
    }

    @Override
    public List<ViewResolver> viewResolvers() {
      return List.of();
    }
  }
}
