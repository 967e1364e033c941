package io.rejoinder.comment.edge;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An error answer (RFC 9457), as data.
 *
 * @param type its kind
 * @param errors what was wrong with which field
 * @param more further members
 * @param headers headers of the answer
 */
public record Problem(
    ProblemType type, List<FieldError> errors, Map<String, Object> more, HttpHeaders headers) {

  /** A problem that its kind says all about. */
  public static Problem of(ProblemType type) {
    return new Problem(type, List.of(), Map.of(), HttpHeaders.EMPTY);
  }

  /** A problem with fields. */
  public static Problem of(ProblemType type, List<FieldError> errors) {
    return new Problem(type, errors, Map.of(), HttpHeaders.EMPTY);
  }

  /** The same with a further member. */
  public Problem with(String name, Object value) {
    Map<String, Object> both = new LinkedHashMap<>(more);
    both.put(name, value);
    return new Problem(type, errors, both, headers);
  }

  /** The same with a header. */
  public Problem withHeader(String name, String value) {
    HttpHeaders both = new HttpHeaders();
    both.addAll(headers);
    both.set(name, value);
    return new Problem(type, errors, more, both);
  }

  /** This problem as the answer to a request. */
  public Mono<ServerResponse> answer(ServerRequest request) {
    return Mono.just(reply(request.exchange()));
  }

  /** This problem as the answer of an exchange. */
  public Reply reply(ServerWebExchange exchange) {
    String prefix = exchange.getAttributeOrDefault(EdgeFilter.PREFIX, "");
    Reply reply =
        new Reply(
            type.status(),
            MediaType.APPLICATION_PROBLEM_JSON,
            Json.bytes(document(prefix, exchange.getRequest().getPath().value())));
    headers.forEach((name, values) -> reply.header(name, values.get(0)));
    return reply;
  }

  private Document document(String prefix, String path) {
    return new Document(
        prefix + "/problems/" + type.slug(),
        type.title(),
        type.status().value(),
        type.explanation(),
        prefix + path,
        errors,
        more);
  }

  @JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
  private record Document(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
      @JsonAnyGetter Map<String, Object> more) {}
}
