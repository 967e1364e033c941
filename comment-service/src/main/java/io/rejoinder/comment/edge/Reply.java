package io.rejoinder.comment.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An answer whose body is there as bytes, or comes as pieces that are each flushed. It goes past
 * message writers and content negotiation: the service speaks one format.
 */
public final class Reply implements ServerResponse {

  private static final byte[] NOTHING = new byte[0];

  private final HttpStatusCode status;
  private final Map<String, String> headers = new LinkedHashMap<>(8);
  private final byte[] body;
  private final @Nullable Publisher<byte[]> pieces;

  private Reply(HttpStatusCode status, byte[] body, @Nullable Publisher<byte[]> pieces) {
    this.status = status;
    this.body = body;
    this.pieces = pieces;
  }

  /** An answer with a body. The bytes are not copied and must not change. */
  public Reply(HttpStatusCode status, MediaType type, byte[] body) {
    this(status, body, null);
    headers.put(HttpHeaders.CONTENT_TYPE, type.toString());
  }

  /** An answer without a body. */
  public static Reply empty(HttpStatusCode status) {
    return new Reply(status, NOTHING, null);
  }

  /** An answer in JSON. */
  public static Reply json(HttpStatusCode status, byte[] body) {
    return new Reply(status, MediaType.APPLICATION_JSON, body);
  }

  /** A body that is written while it is made. */
  public static Reply pieces(String type, Publisher<byte[]> pieces) {
    return new Reply(HttpStatus.OK, NOTHING, pieces).header(HttpHeaders.CONTENT_TYPE, type);
  }

  /** A stream of server-sent events, each already in its wire form. */
  public static Reply events(Publisher<byte[]> events) {
    Reply reply = new Reply(HttpStatus.OK, NOTHING, events);
    reply.header(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=UTF-8");
    reply.header(HttpHeaders.CACHE_CONTROL, "no-store");
    // nginx buffers a proxied answer unless told not to.
    reply.header("X-Accel-Buffering", "no");
    return reply;
  }

  /** Sets a header; the reply itself, for chaining. */
  public Reply header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sets {@code Location} to a path of this service, as readers reach it. */
  public Reply location(ServerWebExchange exchange, String path) {
    return header(
        HttpHeaders.LOCATION, exchange.getAttributeOrDefault(EdgeFilter.PREFIX, "") + path);
  }

  /** This reply as the value that handlers return. */
  public Mono<ServerResponse> mono() {
    return Mono.just(this);
  }

  /** The body, for a caller inside the process; not to be changed. */
  public byte[] body() {
    return body;
  }

  @Override
  public HttpStatusCode statusCode() {
    return status;
  }

  @Override
  public HttpHeaders headers() {
    HttpHeaders copy = new HttpHeaders();
    headers.forEach(copy::set);
    return copy;
  }

  @Override
  public MultiValueMap<String, ResponseCookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public Mono<Void> writeTo(ServerWebExchange exchange, Context context) {
    return write(exchange);
  }

  Mono<Void> write(ServerWebExchange exchange) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(status);
    headers.forEach(response.getHeaders()::set);
    if (pieces != null) {
      // Flushed piece by piece as it is: the server flushes whatever it has no successor for.
      return response.writeWith(Flux.from(pieces).map(response.bufferFactory()::wrap));
    }
    if (!status.equals(HttpStatus.NOT_MODIFIED)) {
      response.getHeaders().setContentLength(body.length);
    }
    if (body.length == 0 || HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
