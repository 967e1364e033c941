package io.rejoinder.comment.edge;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads JSON bodies within a bound.
 *
 * @param <T> the shape of a body
 */
public final class Bodies<T> {

  private static final byte[] NOTHING = new byte[0];

  private final ObjectReader shape;
  private final int maxBytes;
  private final BiFunction<Problem, ServerRequest, Mono<ServerResponse>> refusal;

  /**
   * Bodies of this shape and of at most this many bytes.
   *
   * @param refusal makes the answer of a problem
   */
  public Bodies(
      Class<T> shape,
      int maxBytes,
      BiFunction<Problem, ServerRequest, Mono<ServerResponse>> refusal) {
    this.shape = Json.mapper().readerFor(shape);
    this.maxBytes = maxBytes;
    this.refusal = refusal;
  }

  /**
   * Hands the body to a handler, or answers with the problem that it has: not JSON, too large, not
   * of the shape.
   */
  public Mono<ServerResponse> read(
      ServerRequest request, Function<T, Mono<ServerResponse>> handler) {
    HttpHeaders headers = request.exchange().getRequest().getHeaders();
    if (!json(headers)) {
      return refusal.apply(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE), request);
    }
    if (headers.getContentLength() > maxBytes) {
      return refusal.apply(tooLarge(headers.getContentLength()), request);
    }
    return DataBufferUtils.join(request.exchange().getRequest().getBody(), maxBytes)
        .map(Bodies::content)
        .defaultIfEmpty(NOTHING)
        .flatMap(
            bytes ->
                parse(bytes)
                    .map(handler)
                    .orElseGet(
                        () -> refusal.apply(Problem.of(ProblemType.UNREADABLE_BODY), request)))
        .onErrorResume(
            DataBufferLimitException.class, e -> refusal.apply(tooLarge(maxBytes + 1L), request));
  }

  private static boolean json(HttpHeaders headers) {
    String given = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    if (given == null) {
      return false;
    }
    if (given.equals(MediaType.APPLICATION_JSON_VALUE)) {
      return true;
    }
    try {
      return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(given));
    } catch (org.springframework.http.InvalidMediaTypeException e) {
      return false;
    }
  }

  private Problem tooLarge(long atLeast) {
    return Problem.of(
        ProblemType.TOO_LARGE,
        List.of(new FieldError("body", "at least " + atLeast + " bytes", maxBytes + " bytes")));
  }

  private static byte[] content(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Optional<T> parse(byte[] bytes) {
    try {
      T body = shape.readValue(bytes);
      return Optional.ofNullable(body);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
