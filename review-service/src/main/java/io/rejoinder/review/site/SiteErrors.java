package io.rejoinder.review.site;

import com.mongodb.MongoException;
import io.rejoinder.review.review.NotConfirmed;
import io.rejoinder.review.review.ReviewTooLarge;
import io.rejoinder.review.review.UnknownReview;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Every error answer: a problem document for programs, a page for people. */
@Component
@Order(-2) // Before Spring Boot's own, which is at -1.
final class SiteErrors implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SiteErrors.class);
  private static final String RETRY_SECONDS = "5";

  private final ServerResponse.Context context;
  private final Layout layout;

  SiteErrors(
      ServerCodecConfigurer codecs,
      org.springframework.beans.factory.ObjectProvider<ViewResolver> views,
      Layout layout) {
    java.util.List<HttpMessageWriter<?>> writers = codecs.getWriters();
    java.util.List<ViewResolver> resolvers = views.orderedStream().toList();
    this.layout = layout;
    this.context =
        new ServerResponse.Context() {
          @Override
          public java.util.List<HttpMessageWriter<?>> messageWriters() {
            return writers;
          }

          @Override
          public java.util.List<ViewResolver> viewResolvers() {
            return resolvers;
          }
        };
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(thrown);
    }
    Problem problem = problemOf(thrown);
    if (problem.status().is5xxServerError()) {
      LOG.atLevel(
              problem.slug().equals("internal-error")
                  ? org.slf4j.event.Level.ERROR
                  : org.slf4j.event.Level.WARN)
          .setCause(problem.slug().equals("internal-error") ? thrown : null)
          .log(
              "{} {}: {}: {}",
              exchange.getRequest().getMethod(),
              exchange.getRequest().getPath().value(),
              problem.slug(),
              thrown.toString());
    }
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      exchange.getResponse().getHeaders().set("Retry-After", RETRY_SECONDS);
    }
    Mono<ServerResponse> answer =
        forProgram(exchange) ? document(exchange, problem) : page(problem);
    return answer.flatMap(response -> response.writeTo(exchange, context));
  }

  private static boolean forProgram(ServerWebExchange exchange) {
    return Gate.isApi(exchange)
        || exchange.getRequest().getHeaders().getAccept().stream()
            .anyMatch(type -> type.getSubtype().endsWith("json"));
  }

  private static Problem problemOf(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof Problem problem) {
      return problem;
    }
    if (cause instanceof UnknownReview) {
      return new Problem(HttpStatus.NOT_FOUND, "unknown-review");
    }
    if (cause instanceof ReviewTooLarge) {
      return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }
    if (cause instanceof NotConfirmed) {
      return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "not-confirmed");
    }
    if (cause instanceof MongoException) {
      return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "store-away");
    }
    if (isTooLarge(cause)) {
      return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }
    if (cause instanceof org.springframework.core.codec.DecodingException) {
      return new Problem(HttpStatus.BAD_REQUEST, "invalid-request");
    }
    if (cause instanceof ResponseStatusException refused) {
      return ofStatus(refused.getStatusCode());
    }
    return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
  }

  private static boolean isTooLarge(Throwable thrown) {
    return thrown instanceof DataBufferLimitException
        || thrown.getCause() instanceof DataBufferLimitException
        || (thrown.getCause() != null
            && thrown.getCause().getCause() instanceof DataBufferLimitException);
  }

  private static Problem ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> new Problem(HttpStatus.NOT_FOUND, "not-found");
      case 405 -> new Problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
      case 406 -> new Problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
      case 413 -> new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
      case 415 -> new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
      default ->
          status.is4xxClientError()
              ? new Problem(HttpStatus.BAD_REQUEST, "invalid-request")
              : new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
    };
  }

  private static Mono<ServerResponse> document(ServerWebExchange exchange, Problem problem) {
    ProblemTypes.Type type = ProblemTypes.of(problem.slug()).orElseThrow();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "/problems/" + type.slug());
    body.put("title", type.title());
    body.put("status", problem.status().value());
    body.put("detail", type.detail());
    body.put("instance", exchange.getRequest().getPath().value());
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors());
    }
    return ServerResponse.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyValue(body);
  }

  private Mono<ServerResponse> page(Problem problem) {
    ProblemTypes.Type type = ProblemTypes.of(problem.slug()).orElseThrow();
    Map<String, Object> model = new LinkedHashMap<>(layout.plain());
    model.put("status", problem.status().value());
    model.put("heading", type.title());
    model.put("detail", type.detail());
    return ServerResponse.status(problem.status())
        .contentType(MediaType.TEXT_HTML)
        .render("problem", model);
  }
}
