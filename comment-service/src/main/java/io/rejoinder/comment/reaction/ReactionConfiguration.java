package io.rejoinder.comment.reaction;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.identity.ReaderGate;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.thread.Announcements;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Topics;
import io.rejoinder.projection.ProjectedTopic;
import io.rejoinder.projection.ProjectionSupport;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.util.retry.Retry;

/** The parts of the room and its routes. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ReactionConfiguration.class);

  /** The design's bound: a comment's count changes once a second at most. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final Duration INDEXED_WITHIN = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final String LIKE = "/api/comments/{id}/like";
  private static final String LIKED = "/api/threads/{thread}/likes";

  @Bean
  MongoLikes likeStore(MongoDatabase database) {
    MongoLikes likes = new MongoLikes(database);
    try {
      likes.createIndexes().block(INDEXED_WITHIN);
    } catch (MongoException | IllegalStateException e) {
      // As with comments: the service starts, and goes on trying beside.
      LOG.warn("indexes of likes were not made yet: {}", e.toString());
      likes
          .createIndexes()
          .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN))
          .subscribe(made -> {}, error -> LOG.error("indexes of likes were not made", error));
    }
    return likes;
  }

  /** The function behind the binding {@code likes-in-0}. */
  @Bean
  ProjectedTopic likes(
      MongoLikes likeStore,
      Comments commentStore,
      Announcements announcements,
      LikeProperties bounds,
      ProjectionSupport support) {
    LikeProjection projection =
        new LikeProjection(likeStore, commentStore, announcements, bounds.projectionTimeout());
    return new ProjectedTopic("likes", Topics.COMMENTS_LIKED, projection, support).resting(REST);
  }

  /** Whether the store holds the likes that the log held when this instance began. */
  @Bean
  HealthIndicator likesHealthIndicator(ProjectedTopic likes) {
    return () -> {
      long remaining = likes.remaining();
      boolean filled = likes.begun() && remaining == 0;
      Health.Builder health = filled ? Health.up() : Health.outOfService();
      return health.withDetail("remaining", remaining).build();
    };
  }

  @Bean
  @Order(6)
  RouterFunction<ServerResponse> likeRoutes(
      ReaderGate likeGate,
      LikeRoutes.Stores likeStores,
      Broker broker,
      LikeProperties bounds,
      Clock clock) {
    LikeRoutes routes = new LikeRoutes(likeGate, likeStores, broker, bounds, clock);
    return RouterFunctions.route()
        .PUT(LIKE, routes::like)
        .DELETE(LIKE, routes::unlike)
        .GET(LIKED, routes::liked)
        .route(RequestPredicates.path(LIKE), Methods.only("PUT, DELETE"))
        .route(RequestPredicates.path(LIKED), Methods.only("GET"))
        .build();
  }

  @Bean
  LikeRoutes.Stores likeStores(Threads threads, Comments commentStore, MongoLikes likeStore) {
    return new LikeRoutes.Stores(threads, commentStore, likeStore);
  }

  @Bean
  GivenLikes givenLikes(MongoLikes likeStore, Broker broker, Clock clock) {
    return new GivenLikes(likeStore, broker, clock);
  }

  @Bean
  ReaderGate likeGate(
      Readers readers,
      PeerAddress peer,
      LikeProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    return new ReaderGate(readers, peer, bounds.pace(limited), meters, "likes");
  }
}
