package io.rejoinder.comment.thread;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.edge.Shortcut;
import io.rejoinder.comment.live.Followed;
import io.rejoinder.comment.live.Live;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.signin.Providers;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.events.Topics;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.projection.ProjectedTopic;
import io.rejoinder.projection.ProjectionSupport;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The parts of the room. */
@Configuration(proxyBeanMethods = false)
class ThreadConfiguration {

  private static final Duration STORE_FOUND_WITHIN = Duration.ofSeconds(2);
  private static final Duration STORE_SET_UP_WITHIN = Duration.ofSeconds(30);

  /** A site owner's server waits for what it set. */
  private static final Duration THREADS_REST = Duration.ofMillis(5);

  private static final Duration THREADS_READ_WITHIN = Duration.ofSeconds(60);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The driver's own 30 s are longer than a client of this service waits. */
  @Bean
  MongoClientSettingsBuilderCustomizer impatientStore() {
    return settings ->
        settings.applyToClusterSettings(
            cluster ->
                cluster.serverSelectionTimeout(
                    STORE_FOUND_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Bean
  MongoDatabase mongoDatabase(
      MongoClient client,
      @Value("${rejoinder.comments.database}") String name,
      @Value("${rejoinder.rebuild:false}") boolean rebuild) {
    MongoDatabase database = client.getDatabase(name);
    StoreSetUp.prepare(database, rebuild, STORE_SET_UP_WITHIN);
    return database;
  }

  @Bean
  Comments commentStore(MongoDatabase database) {
    return new MongoComments(database);
  }

  @Bean
  PageCache pageCache(ThreadProperties bounds) {
    return new PageCache(bounds.cache().toBytes());
  }

  @Bean
  Threads threads(Sites sites, Clock clock) {
    return new Threads(sites, clock);
  }

  @Bean("threadsHealthIndicator")
  ThreadsReader threadsReader(
      Threads threads, PageCache cache, Broker broker, MeterRegistry meters) {
    WholeTopic reviews =
        new WholeTopic(
            Topics.REVIEWS_PUBLISHED,
            broker.consumerConfig(),
            TopicStart.beginning(),
            received -> {
              if (received.event() instanceof ReviewState review) {
                threads.received(review);
                cache.drop(review.id().value());
              }
            },
            meters);
    WholeTopic screening =
        new WholeTopic(
            Topics.SETTINGS,
            broker.consumerConfig(),
            TopicStart.beginning(),
            received -> {
              if (received.event() instanceof ScreeningSettings version) {
                threads.received(version);
              }
            },
            meters);
    OpenedThreads fold = new OpenedThreads(threads, cache, broker);
    WholeTopic opened =
        new WholeTopic(
                Topics.THREADS_OPENED,
                broker.consumerConfig(),
                TopicStart.beginning(),
                fold::received,
                meters)
            .resting(THREADS_REST);
    fold.follow(opened);
    return new ThreadsReader(List.of(reviews, opened, screening), THREADS_READ_WITHIN);
  }

  @Bean
  Counts counts(Comments commentStore, ThreadProperties bounds) {
    return new Counts(commentStore, bounds.storeTimeout());
  }

  @Bean
  @Order(6)
  RouterFunction<ServerResponse> countRoutes(Counts counts) {
    return RouterFunctions.route()
        .GET("/api/counts", new CountRoutes(counts)::read)
        .route(RequestPredicates.path("/api/counts"), Methods.only("GET"))
        .build();
  }

  @Bean
  Followed followed(Threads threads, PageCache cache, Counts counts) {
    return new Followed() {
      @Override
      public boolean knows(String thread) {
        return threads.standing(thread) != Threads.Standing.UNKNOWN;
      }

      @Override
      public void changed(String thread) {
        cache.drop(thread);
        counts.drop(thread);
      }
    };
  }

  @Bean
  Announcements announcements(
      Comments commentStore,
      Broker broker,
      Clock clock,
      ThreadProperties bounds,
      MeterRegistry meters) {
    Announcer announcer = new Announcer(broker, clock, bounds.projectionTimeout(), meters);
    return new Announcements(commentStore, announcer::announce, bounds.projectionTimeout());
  }

  /** The function behind the binding {@code comments-in-0}. */
  @Bean
  ProjectedTopic comments(
      Comments commentStore,
      Announcements announcements,
      ThreadProperties bounds,
      ProjectionSupport support) {
    CommentProjection projection =
        new CommentProjection(commentStore, announcements, bounds.projectionTimeout());
    return new ProjectedTopic("comments", Topics.COMMENTS_MODERATED, projection, support);
  }

  /** Whether the store holds what the log held when this instance began. */
  @Bean
  HealthIndicator refillHealthIndicator(ProjectedTopic comments) {
    return () -> {
      long remaining = comments.remaining();
      boolean filled = comments.begun() && remaining == 0;
      Health.Builder health = filled ? Health.up() : Health.outOfService();
      return health.withDetail("remaining", remaining).build();
    };
  }

  @Bean
  Pages pages(
      Threads threads,
      Comments commentStore,
      Providers providers,
      Mailer mailer,
      Live live,
      PageCache cache,
      ThreadProperties bounds) {
    return new Pages(commentStore, threads, providers, mailer, live, cache, bounds);
  }

  @Bean
  Shortcut threadShortcut(Threads threads, Pages pages, FormTokens formTokens) {
    ThreadRoutes routes = new ThreadRoutes(threads, pages, formTokens);
    return new Shortcut(HttpMethod.GET, "/api/threads/", "thread", "/comments", routes::read);
  }

  @Bean
  @Order(2)
  RouterFunction<ServerResponse> threadRoutes(Shortcut threadShortcut) {
    return threadShortcut.route();
  }
}
