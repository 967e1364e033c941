package io.rejoinder.comment.rendering;

import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The parts of the room and its routes. */
@Configuration(proxyBeanMethods = false)
class RenderingConfiguration {

  private static final String THREAD = "/threads/{thread}";
  private static final String SUBMISSION = "/submissions/{id}";
  private static final String COMMENT = "/comments/{id}";

  @Bean
  Subjects subjects(
      Threads threads,
      @Value("${rejoinder.site.address}") String site,
      @Value("${rejoinder.comments.address}") String service) {
    return new Subjects(threads, site, service);
  }

  @Bean
  Api api(
      @Qualifier("threadRoutes") RouterFunction<ServerResponse> threads,
      @Qualifier("postingRoutes") RouterFunction<ServerResponse> posting,
      @Qualifier("submissionRoutes") RouterFunction<ServerResponse> submissions) {
    return new Api(threads.and(posting).and(submissions));
  }

  @Bean
  Document document() {
    return new Document(Sheet.shipped());
  }

  @Bean
  ThreadPages threadPages(
      Api api,
      Subjects subjects,
      Document document,
      PageProperties bounds,
      Mailer mailer,
      @Value("${rejoinder.comments.limits.depth:8}") int depth,
      Clock clock) {
    ThreadPages.Views views =
        new ThreadPages.Views(
            new Fragment(subjects, depth),
            new ThreadDocument(document, subjects, depth, mailer.on()),
            document);
    Rendered rendered = new Rendered(bounds.cache().toBytes());
    return new ThreadPages(new Reading(api), views, rendered, bounds, clock);
  }

  @Bean
  SubmissionPages submissionPages(
      Api api,
      ThreadPages threadPages,
      Document document,
      @Value("${rejoinder.comments.address}") String address) {
    return new SubmissionPages(api, threadPages, document, new OwnForms(address));
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> pageRoutes(ThreadPages pages, SubmissionPages submissions) {
    return RouterFunctions.route()
        .GET(THREAD, pages::page)
        .POST(THREAD, submissions::post)
        .GET(THREAD + "/fragment", pages::fragment)
        .GET(SUBMISSION, submissions::show)
        .POST(SUBMISSION, submissions::change)
        .route(RequestPredicates.path(THREAD), Methods.only("GET, POST"))
        .route(RequestPredicates.path(SUBMISSION), Methods.only("GET, POST"))
        .build();
  }

  @Bean
  @Order(6)
  RouterFunction<ServerResponse> feedRoutes(
      Comments commentStore,
      Threads threads,
      Subjects subjects,
      ThreadPages pages,
      PageProperties bounds) {
    Feeds feeds = new Feeds(commentStore, threads, subjects, bounds);
    Permalinks permalinks = new Permalinks(commentStore, threads, pages);
    return RouterFunctions.route()
        .GET(THREAD + "/feed", feeds::thread)
        .GET(COMMENT + "/feed", feeds::replies)
        .GET(COMMENT, permalinks::lead)
        .build();
  }
}
