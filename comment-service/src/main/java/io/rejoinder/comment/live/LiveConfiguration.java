package io.rejoinder.comment.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.events.Topics;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The parts of the room and its route. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  /** Readers wait for these. */
  private static final Duration REST = Duration.ofMillis(5);

  private static final String PATH = "/api/threads/{thread}/stream";

  @Bean
  Live live(LiveProperties bounds, Followed followed, Broker broker, MeterRegistry meters) {
    return new Live(bounds, followed, broker, meters);
  }

  @Bean(name = "liveHealthIndicator", initMethod = "fill")
  LiveLifecycle liveLifecycle(
      Live live, LiveProperties bounds, Broker broker, MeterRegistry meters) {
    WholeTopic topic =
        new WholeTopic(
                Topics.COMMENTS_PUBLISHED,
                broker.consumerConfig(),
                TopicStart.tail(bounds.ring()),
                live::received,
                meters)
            .resting(REST);
    return new LiveLifecycle(live, topic, bounds.heartbeat());
  }

  @Bean
  @Order(3)
  RouterFunction<ServerResponse> liveRoutes(Live live, Followed followed) {
    return RouterFunctions.route()
        .GET(PATH, request -> stream(request, live, followed))
        .route(RequestPredicates.path(PATH), Methods.only("GET"))
        .build();
  }

  private static Mono<ServerResponse> stream(ServerRequest request, Live live, Followed followed) {
    String thread = request.pathVariable("thread");
    if (!followed.knows(thread)) {
      return Problem.of(ProblemType.UNKNOWN_THREAD).answer(request);
    }
    // A browser that connects again sends the header, and its address still has the old place.
    String last = request.exchange().getRequest().getHeaders().getFirst("Last-Event-ID");
    Optional<String> after = last == null ? request.queryParam("after") : Optional.of(last);
    return live.follow(thread, after)
        .map(events -> Reply.events(events).mono())
        .orElseGet(
            () ->
                Problem.of(ProblemType.TOO_MANY_VIEWERS)
                    .withHeader(HttpHeaders.RETRY_AFTER, "30")
                    .answer(request));
  }
}
