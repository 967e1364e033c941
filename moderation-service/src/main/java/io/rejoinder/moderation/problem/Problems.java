package io.rejoinder.moderation.problem;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem document, whatever failed and wherever. Threadsafe. */
@Order(-2) // Before the framework's own, at -1.
public final class Problems implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    Problem problem = of(failure);
    if (problem.type() == ProblemType.FAILED) {
      LOG.error("{} failed", exchange.getRequest().getMethod(), failure);
    }
    return write(exchange, problem);
  }

  private static Problem of(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (causedBy(failure, DataBufferLimitException.class)) {
      return new Problem(ProblemType.TOO_LARGE, null);
    }
    if (failure instanceof ErrorResponse response) {
      return new Problem(ProblemType.of(response.getStatusCode()), null);
    }
    if (failure instanceof UncheckedIOException || failure instanceof TimeoutException) {
      LOG.warn("a part is out of reach: {}", failure.toString());
      return new Problem(ProblemType.UNAVAILABLE, null);
    }
    return new Problem(ProblemType.FAILED, null);
  }

  private static boolean causedBy(Throwable failure, Class<?> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the document and ends the answer. */
  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(problem.type().status());
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    var retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    byte[] body = json.writeValueAsBytes(problem.document(exchange.getRequest().getPath().value()));
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}
