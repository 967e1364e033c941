package io.rejoinder.comment.rendering;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Reply;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The API as a page's forms call it: the same handlers, checks, rates and counters, with the same
 * client's address, in the same process. What a page can do, a script can, and the other way round.
 */
final class Api {

  private static final byte[] NOTHING = new byte[0];

  private final RouterFunction<ServerResponse> routes;

  Api(RouterFunction<ServerResponse> routes) {
    this.routes = routes;
  }

  /** Reads an address of the API; fails as its handler does. */
  Mono<Answer> get(ServerRequest from, String address, Map<String, String> headers) {
    return call(from, HttpMethod.GET, address, headers, NOTHING);
  }

  /** Sends a body to an address of the API. */
  Mono<Answer> send(
      ServerRequest from,
      HttpMethod method,
      String address,
      Map<String, String> headers,
      Object body) {
    return call(from, method, address, headers, Json.bytes(body));
  }

  private Mono<Answer> call(
      ServerRequest from,
      HttpMethod method,
      String address,
      Map<String, String> headers,
      byte[] body) {
    ServerWebExchange outer = from.exchange();
    ServerHttpRequest addressed =
        outer
            .getRequest()
            .mutate()
            .method(method)
            .uri(URI.create("http://localhost" + address))
            .headers(all -> replace(all, headers, body.length))
            .build();
    ServerRequest request =
        ServerRequest.create(new Inner(outer, new Called(addressed, body)), List.of());
    return routes
        .route(request)
        .flatMap(handler -> handler.handle(request))
        .cast(Reply.class)
        .map(Answer::of);
  }

  private static void replace(HttpHeaders all, Map<String, String> headers, int length) {
    all.remove(HttpHeaders.IF_NONE_MATCH);
    all.setContentType(MediaType.APPLICATION_JSON);
    all.setContentLength(length);
    headers.forEach(all::set);
  }

  /** An answer, with its body in the API's own JSON, as bytes: most are not read again. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Answer(int status, HttpHeaders headers, byte[] body) {

    static Answer of(Reply reply) {
      return new Answer(reply.statusCode().value(), reply.headers(), reply.body());
    }

    boolean successful() {
      return status >= 200 && status < 300;
    }

    <T> T as(Class<T> type) {
      return Json.mapper().readValue(body, type);
    }

    String header(String name) {
      String value = headers.getFirst(name);
      return value == null ? "" : value;
    }

    Refusal refusal() {
      return as(Refusal.class);
    }
  }

  /**
   * A problem document.
   *
   * @param type its address
   * @param errors what was wrong with which field
   */
  record Refusal(String type, @Nullable List<Wrong> errors) {

    String slug() {
      return type.substring(type.lastIndexOf('/') + 1);
    }

    List<Wrong> wrong() {
      return errors == null ? List.of() : errors;
    }
  }

  /**
   * What was wrong with one field.
   *
   * @param field its name
   * @param value the measure of what was sent
   * @param bound what would have been taken
   */
  record Wrong(String field, String value, String bound) {}

  /** What the inner call finds out about its address stays there. */
  private static final class Inner extends ServerWebExchangeDecorator {
    private final ServerHttpRequest request;
    private final Map<String, Object> attributes = new HashMap<>();

    Inner(ServerWebExchange outer, ServerHttpRequest request) {
      super(outer);
      this.request = request;
    }

    @Override
    public ServerHttpRequest getRequest() {
      return request;
    }

    @Override
    public Map<String, Object> getAttributes() {
      return attributes;
    }
  }

  private static final class Called extends ServerHttpRequestDecorator {
    private final byte[] body;

    Called(ServerHttpRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }
  }
}
