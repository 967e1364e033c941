package io.rejoinder.comment.following;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.mail.LinkTokens;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.comment.rendering.Document;
import io.rejoinder.comment.rendering.EmailPage;
import io.rejoinder.comment.rendering.OwnForms;
import io.rejoinder.comment.rendering.Subjects;
import io.rejoinder.comment.submission.Tickets;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.thread.ThreadFollowed;
import io.rejoinder.projection.ProjectedTopic;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
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

/**
 * The parts of the room and its routes. Without a mail server nobody can begin to follow and nobody
 * is told, but whoever has the link of an old message can still stop.
 */
@Configuration(proxyBeanMethods = false)
class FollowingConfiguration {

  private static final String THREAD = "/api/threads/{thread}/followers";
  private static final String FORM = "/threads/{thread}/follow";
  private static final String REPLIES = "/api/submissions/{id}/followers";

  @Bean
  Followers followers(MeterRegistry meters) {
    Followers followers = new Followers();
    meters.gauge("rejoinder.following.followers", followers, Followers::size);
    return followers;
  }

  @Bean
  FollowersReader followersReader(Followers followers, Broker broker, MeterRegistry meters) {
    return new FollowersReader(
        new WholeTopic(
            Topics.THREADS_FOLLOWED,
            broker.consumerConfig(),
            TopicStart.beginning(),
            received -> {
              if (received.event() instanceof ThreadFollowed state) {
                followers.received(state);
              }
            },
            meters));
  }

  @Bean
  FollowLog followLog(Broker broker, Secret secret, Clock clock) {
    return new FollowLog(broker, secret, clock);
  }

  @Bean
  OwnFollows ownFollows(Followers followers, FollowLog followLog) {
    return new OwnFollows(followers, followLog);
  }

  @Bean
  Links followLinks(LinkTokens tokens, @Value("${rejoinder.comments.address}") String address) {
    return new Links(tokens, address);
  }

  @Bean
  Letters letters(
      Subjects subjects,
      Links followLinks,
      FollowLog followLog,
      FollowingProperties bounds,
      Clock clock) {
    return new Letters(subjects, followLinks, followLog, bounds, clock);
  }

  @Bean
  Asking followAsking(
      Mailer mailer,
      FollowingProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    Rates rates = new Rates(limited, bounds.perMinute(), bounds.burst(), bounds.addresses());
    return new Asking(mailer, rates, bounds.confirmWithin(), meters, "following");
  }

  @Bean
  FollowRoutes.Who who(PeerAddress peer, Readers readers, Tickets tickets) {
    return new FollowRoutes.Who(peer, readers, tickets);
  }

  @Bean
  @Order(9)
  RouterFunction<ServerResponse> followRoutes(
      Asking followAsking,
      Letters letters,
      Threads threads,
      Comments commentStore,
      FollowRoutes.Who who) {
    FollowRoutes routes = new FollowRoutes(followAsking, letters, threads, commentStore, who);
    return RouterFunctions.route()
        .POST(THREAD, routes::thread)
        .POST(REPLIES, routes::replies)
        .route(RequestPredicates.path(THREAD), Methods.only("POST"))
        .route(RequestPredicates.path(REPLIES), Methods.only("POST"))
        .build();
  }

  @Bean
  EmailPage followPage(
      Document document,
      Asking followAsking,
      Letters letters,
      Threads threads,
      FollowRoutes.Who who,
      @Value("${rejoinder.comments.address}") String address) {
    FollowQuestion question = new FollowQuestion(followAsking, letters, threads, who);
    return new EmailPage(document, "follow", new OwnForms(address), question);
  }

  @Bean
  @Order(9)
  RouterFunction<ServerResponse> followPageRoutes(
      Document document,
      Links followLinks,
      Letters letters,
      Followers followers,
      FollowLog followLog,
      EmailPage followPage) {
    FollowPages pages = new FollowPages(document, followLinks, letters, followers, followLog);
    return RouterFunctions.route()
        .GET(FORM, followPage::show)
        .POST(FORM, followPage::ask)
        .route(RequestPredicates.path(FORM), Methods.only("GET, POST"))
        .GET(Links.CONFIRM, pages::confirm)
        .POST(Links.CONFIRM, pages::confirmed)
        .GET(Links.STOP, pages::stop)
        .POST(Links.STOP, pages::stopped)
        .route(RequestPredicates.path(Links.CONFIRM), Methods.only("GET, POST"))
        .route(RequestPredicates.path(Links.STOP), Methods.only("GET, POST"))
        .build();
  }

  @Bean
  News news(Comments commentStore, Threads threads, Followers followers, FollowLog followLog) {
    return new News(commentStore, threads, followers, followLog);
  }

  @Bean
  Teller.Parts tellerParts(
      News news,
      Sending.Post followPost,
      FollowersReader followersReader,
      @Qualifier("comments") ProjectedTopic comments,
      FollowingProperties bounds,
      Clock clock) {
    return new Teller.Parts(
        followPost.followers(),
        news,
        followPost,
        bounds,
        clock,
        // A store that is being filled does not know yet what it will have known.
        () -> followersReader.caughtUp() && comments.begun() && comments.remaining() == 0);
  }

  @Bean
  Sending.Post followPost(
      Followers followers, Letters letters, Mailer mailer, FollowingProperties bounds) {
    return new Sending.Post(followers, letters, mailer, bounds.oldest());
  }

  @Bean
  Digests digests(Broker broker, Teller.Parts tellerParts, Mailer mailer) {
    return new Digests(broker, tellerParts, mailer.on());
  }
}
