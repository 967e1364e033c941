package io.rejoinder.moderation.akismet;

import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * What a call says, {@code application/x-www-form-urlencoded}. Clients send along what they know of
 * the request that brought the comment, dozens of fields that nothing is done with.
 *
 * @param fields as they came
 */
record Form(MultiValueMap<String, String> fields) {

  /** Bytes: 20,000 characters of text, some of them escaped, and what comes along. */
  private static final int LARGEST = 64 * 1024;

  private static final ResolvableType TYPE =
      ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);
  private static final FormHttpMessageReader READER = reader();

  private static FormHttpMessageReader reader() {
    FormHttpMessageReader reader = new FormHttpMessageReader();
    reader.setMaxInMemorySize(LARGEST);
    return reader;
  }

  /**
   * The form that a request brings, whatever it says that it is. Fails with {@link
   * org.springframework.core.io.buffer.DataBufferLimitException} where it has more than 64 KB, and
   * with a problem where it cannot be read.
   */
  static Mono<Form> of(ServerRequest request) {
    return Mono.defer(() -> READER.readMono(TYPE, request.exchange().getRequest(), Map.of()))
        .defaultIfEmpty(new LinkedMultiValueMap<>())
        // Without its cause, which quotes what could not be read.
        .onErrorMap(IllegalArgumentException.class, e -> new Problem(ProblemType.BAD_REQUEST, null))
        .map(Form::new);
  }

  /** The first value of a field, without space around it; empty where there is none. */
  String value(String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value.strip();
  }

  boolean has(String name) {
    return !value(name).isEmpty();
  }

  /** As clients write yes. */
  boolean says(String name) {
    String value = value(name);
    return value.equals("1") || value.equals("true");
  }

  /** No more of a value than this; nothing is lost by the rest. */
  String beginning(String name, int codePoints) {
    String value = value(name);
    return value.codePointCount(0, value.length()) <= codePoints
        ? value
        : value.substring(0, value.offsetByCodePoints(0, codePoints));
  }

  /** Neither texts nor addresses. */
  @Override
  public String toString() {
    return "Form[" + fields.size() + " fields]";
  }
}
