package io.rejoinder.comment.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.challenge.Challenges;
import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.edge.Shortcut;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.page.Opening;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.comment.signin.ReservedNames;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The parts of the room and its routes. */
@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

  private static final String COMMENTS = "/api/threads/{thread}/comments";
  private static final Duration EDITS_CHECKED_WITHIN = Duration.ofSeconds(3);
  private static final String PREVIEW = "/api/preview";
  private static final String SUBMISSION = "/api/submissions/{id}";

  @Bean
  Secret secret(
      @Value("${rejoinder.secret:}") String given, @Value("${rejoinder.data:data}") Path folder) {
    return given.isBlank() ? Secret.in(folder) : Secret.of(given);
  }

  @Bean
  Tickets tickets(Secret secret) {
    return new Tickets(secret);
  }

  @Bean
  PeerAddress peerAddress(RateProperties rates) {
    return new PeerAddress(rates.proxies());
  }

  @Bean
  Gate gate(PeerAddress peer, RateProperties rates, MeterRegistry meters) {
    Rates posts = new Rates(rates.enabled(), rates.perMinute(), rates.burst(), rates.addresses());
    return new Gate(peer, posts, meters);
  }

  @Bean
  Outcomes outcomes() {
    return new Outcomes();
  }

  @Bean
  OutcomesReader outcomesReader(Outcomes outcomes, Broker broker, MeterRegistry meters) {
    WholeTopic states =
        new WholeTopic(
                Topics.COMMENTS_MODERATED,
                broker.consumerConfig(),
                TopicStart.tail(0),
                outcomes::received,
                meters)
            .onlyWhere((key, state) -> outcomes.awaited(key));
    return new OutcomesReader(states, outcomes);
  }

  @Bean
  FormTokens formTokens(Secret secret, Clock clock) {
    return new FormTokens(secret, clock);
  }

  @Bean
  Forms forms(FormTokens tokens) {
    return new Forms(tokens, DisposableDomains.shipped());
  }

  @Bean
  Authors authors(Secret secret, Readers readers) {
    return new Authors(new Sealer(secret), readers);
  }

  @Bean
  Posting.Sender sender(Broker broker, Authors authors, Forms forms, Limits limits, Clock clock) {
    return new Posting.Sender(broker, authors, forms, limits, clock);
  }

  @Bean
  Posting posting(
      Threads threads,
      Opening opening,
      Comments commentStore,
      Gate gate,
      Challenges challenges,
      Tickets tickets,
      ReservedNames reservedNames,
      Posting.Sender sender) {
    Names names = new Names(reservedNames, commentStore, sender.limits());
    Parents parents = new Parents(commentStore, sender.limits());
    return new Posting(threads, opening, parents, names, gate, challenges, tickets, sender);
  }

  @Bean
  Editing editing(Threads threads, Comments commentStore, Clock clock) {
    return new Editing(threads, commentStore, EDITS_CHECKED_WITHIN, clock);
  }

  @Bean
  AuthorRoutes authorRoutes(
      Comments commentStore,
      Outcomes outcomes,
      Gate gate,
      Tickets tickets,
      Editing editing,
      Posting.Sender sender) {
    Limits limits = sender.limits();
    Following following = new Following(commentStore, outcomes, limits, editing);
    Commands commands =
        new Commands(sender.broker(), commentStore, outcomes, gate, limits, editing);
    Claiming claiming =
        new Claiming(commentStore, sender.authors(), tickets, commands, gate, sender.clock());
    return new AuthorRoutes(tickets, gate, following, commands, editing, claiming, sender);
  }

  @Bean
  Shortcut postingShortcut(Posting posting) {
    return new Shortcut(HttpMethod.POST, "/api/threads/", "thread", "/comments", posting::post);
  }

  @Bean
  @Order(1)
  RouterFunction<ServerResponse> postingRoutes(Shortcut postingShortcut) {
    return postingShortcut.route();
  }

  @Bean
  Written written(Comments commentStore, Tickets tickets, Broker broker, Clock clock) {
    return new Written(commentStore, tickets, broker, clock);
  }

  @Bean
  Preview preview(Gate gate, RateProperties rates, Limits limits) {
    int often = rates.previewsPerMinute();
    return new Preview(gate, new Rates(rates.enabled(), often, often, rates.addresses()), limits);
  }

  @Bean
  @Order(4)
  RouterFunction<ServerResponse> submissionRoutes(AuthorRoutes author, Preview preview) {
    return RouterFunctions.route()
        .POST(PREVIEW, preview::show)
        .route(RequestPredicates.path(PREVIEW), Methods.only("POST"))
        .GET(SUBMISSION, author::read)
        .PUT(SUBMISSION, author::revise)
        .DELETE(SUBMISSION, author::withdraw)
        .POST(SUBMISSION + "/erasure", author::erase)
        .POST(SUBMISSION + "/appeal", author::appeal)
        .POST(SUBMISSION + "/claim", author::claim)
        .GET(SUBMISSION + "/stream", author::stream)
        .route(RequestPredicates.path(COMMENTS), Methods.only("GET, POST"))
        .route(RequestPredicates.path(SUBMISSION), Methods.only("GET, PUT, DELETE"))
        .route(RequestPredicates.path(SUBMISSION + "/erasure"), Methods.only("POST"))
        .route(RequestPredicates.path(SUBMISSION + "/claim"), Methods.only("POST"))
        .route(RequestPredicates.path(SUBMISSION + "/stream"), Methods.only("GET"))
        .build();
  }
}
