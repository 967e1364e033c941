package io.rejoinder.comment.edge;

import com.mongodb.MongoException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Turns what handlers could not foresee into problem documents. */
@Order(-10) // Before Boot's own, which would answer in another form.
final class Errors implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted() || error instanceof AbortedException) {
      return Mono.error(error);
    }
    return problem(error).reply(exchange).write(exchange);
  }

  private static Problem problem(Throwable error) {
    if (error instanceof ResponseStatusException status) {
      return ofStatus(status);
    }
    if (error instanceof MongoException || error instanceof TimeoutException) {
      LOG.warn("the store did not answer: {}", error.toString());
      return Problem.of(ProblemType.STORE_UNAVAILABLE).withHeader("Retry-After", "2");
    }
    LOG.error("a request failed", error);
    return Problem.of(ProblemType.INTERNAL);
  }

  private static Problem ofStatus(ResponseStatusException error) {
    int status = error.getStatusCode().value();
    if (status == HttpStatus.NOT_FOUND.value()) {
      return Problem.of(ProblemType.NOT_FOUND);
    }
    if (status == HttpStatus.METHOD_NOT_ALLOWED.value()) {
      return Problem.of(ProblemType.METHOD_NOT_ALLOWED);
    }
    if (error.getStatusCode().is4xxClientError()) {
      return Problem.of(
          ProblemType.INVALID_REQUEST,
          List.of(new FieldError("request", "status " + status, "a readable request")));
    }
    LOG.error("a request failed", error);
    return Problem.of(ProblemType.INTERNAL);
  }
}
