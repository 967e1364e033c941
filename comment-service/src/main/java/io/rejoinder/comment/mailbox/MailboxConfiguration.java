package io.rejoinder.comment.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.mail.LinkTokens;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.personal.Belongings;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.comment.rendering.Document;
import io.rejoinder.comment.rendering.EmailPage;
import io.rejoinder.comment.rendering.NotePages;
import io.rejoinder.comment.rendering.OwnForms;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import java.time.Clock;
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
class MailboxConfiguration {

  @Bean
  MailboxLinks mailboxLinks(
      LinkTokens tokens,
      Secret secret,
      MailboxProperties bounds,
      @Value("${rejoinder.comments.address}") String address,
      Clock clock) {
    return new MailboxLinks(tokens, new Sealer(secret), address, bounds.linkWorks(), clock);
  }

  @Bean
  Asking mailboxAsking(
      Mailer mailer,
      MailboxProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    Rates rates = new Rates(limited, bounds.perMinute(), bounds.burst(), bounds.addresses());
    return new Asking(mailer, rates, bounds.linkWorks(), meters, "mailbox");
  }

  @Bean
  EmailPage mailboxPage(
      Document document,
      Asking mailboxAsking,
      MailboxLinks mailboxLinks,
      PeerAddress peer,
      @Value("${rejoinder.comments.address}") String address) {
    MailboxQuestion question = new MailboxQuestion(mailboxAsking, mailboxLinks, peer);
    return new EmailPage(document, "data", new OwnForms(address), question);
  }

  @Bean
  @Order(9)
  RouterFunction<ServerResponse> mailboxRoutes(
      Document document, EmailPage mailboxPage, MailboxLinks mailboxLinks, Belongings belongings) {
    NotePages pages = new NotePages(document, "data.page.title");
    MailboxData data = new MailboxData(pages, mailboxLinks, belongings);
    return RouterFunctions.route()
        .GET(MailboxQuestion.PATH, mailboxPage::show)
        .POST(MailboxQuestion.PATH, mailboxPage::ask)
        .route(RequestPredicates.path(MailboxQuestion.PATH), Methods.only("GET, POST"))
        .GET(MailboxLinks.DATA, data::show)
        .POST(MailboxLinks.DATA, data::act)
        .route(RequestPredicates.path(MailboxLinks.DATA), Methods.only("GET, POST"))
        .build();
  }
}
