package io.rejoinder.moderation.settings;

import io.rejoinder.events.EventCodec;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Bodies with settings: larger than others, and read as events are, so that a number or switch that
 * was left out is a fault and not 0 or off.
 */
public final class JsonBody {

  private JsonBody() {}

  /**
   * The body. Fails with a problem where it is too large (256 KB), no JSON, or not of this shape;
   * then the problem names the field.
   */
  public static <T> Mono<T> of(ServerRequest request, Class<T> shape) {
    MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_JSON);
    if (!MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
      return Mono.error(new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, null));
    }
    return DataBufferUtils.join(
            request.body(BodyExtractors.toDataBuffers()), EventCodec.MAX_VALUE_BYTES)
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")))
        .map(buffer -> read(bytes(buffer), shape));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static <T> T read(byte[] json, Class<T> shape) {
    try {
      T body = EventCodec.json().readValue(json, shape);
      if (body == null) {
        throw new Problem(ProblemType.BAD_REQUEST, "no body");
      }
      return body;
    } catch (DatabindException e) {
      throw Problem.invalid(field(e), "absent or of another kind", "what the API's document says");
    } catch (JacksonException e) {
      throw new Problem(ProblemType.BAD_REQUEST, null);
    }
  }

  /** The place, as in {@code settings.rules[2].mode}. */
  private static String field(DatabindException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return path.startsWith(".") ? path.substring(1) : "body" + path;
  }
}
