package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** What a plain form sent. */
public final class FormBody {

  /** Twelve bytes for each of 5,000 code points at worst, and what stands around them. */
  private static final int MAX_BYTES = 98_304;

  private static final int MAX_FIELDS = 20;

  private final Map<String, String> fields;

  FormBody(Map<String, String> fields) {
    this.fields = fields;
  }

  /** The form; empty if there is none that can be read. A larger one fails with the limit. */
  public static Mono<Optional<FormBody>> read(ServerRequest request) {
    boolean form =
        request
            .headers()
            .contentType()
            .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
            .isPresent();
    if (!form) {
      return Mono.just(Optional.empty());
    }
    return DataBufferUtils.join(request.exchange().getRequest().getBody(), MAX_BYTES)
        .map(FormBody::text)
        .defaultIfEmpty("")
        .map(FormBody::parse);
  }

  private static String text(DataBuffer buffer) {
    try {
      return buffer.toString(UTF_8);
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  private static Optional<FormBody> parse(String body) {
    Map<String, String> fields = new HashMap<>();
    String[] pairs = body.split("&", MAX_FIELDS + 1);
    if (pairs.length > MAX_FIELDS) {
      return Optional.empty();
    }
    try {
      for (String pair : pairs) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new FormBody(fields));
  }

  /** Forms end lines with two characters; the same text from a script is the same comment. */
  private static String decoded(String part) {
    return URLDecoder.decode(part, UTF_8).replace("\r\n", "\n");
  }

  /** A field's value; empty where it is missing. */
  public String get(String field) {
    return fields.getOrDefault(field, "");
  }
}
