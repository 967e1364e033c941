package io.rejoinder.comment.mailbox;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rendering.EmailForm;
import io.rejoinder.comment.rendering.FormBody;
import io.rejoinder.comment.rendering.OwnForms;
import io.rejoinder.comment.rendering.Words;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page that asks which address the link is to be sent to. */
final class MailboxForm {

  static final String PATH = "/your-data";

  private static final Map<ProblemType, String> SAID =
      Map.of(
          ProblemType.INVALID_REQUEST, "error.email",
          ProblemType.TOO_MANY_REQUESTS, "problem.too-many-requests");

  private final MailboxPage page;
  private final Asking asking;
  private final MailboxLinks links;
  private final PeerAddress peer;
  private final OwnForms ownForms;

  MailboxForm(
      MailboxPage page, Asking asking, MailboxLinks links, PeerAddress peer, OwnForms ownForms) {
    this.page = page;
    this.asking = asking;
    this.links = links;
    this.peer = peer;
    this.ownForms = ownForms;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return asking.on()
        ? form(request, HttpStatus.OK, null, "")
        : page.said(request, HttpStatus.NOT_FOUND, "problem.not-found");
  }

  Mono<ServerResponse> ask(ServerRequest request) {
    if (!asking.on()) {
      return page.said(request, HttpStatus.NOT_FOUND, "problem.not-found");
    }
    // A form of another site would ask in the name of whoever visits that.
    if (!ownForms.sent(request)) {
      return page.said(request, HttpStatus.FORBIDDEN, "problem.origin-refused");
    }
    return FormBody.read(request)
        .onErrorReturn(Optional.empty())
        .flatMap(body -> asked(request, body.map(it -> it.get("email")).orElse("")));
  }

  private Mono<ServerResponse> asked(ServerRequest request, String email) {
    Words words = MailboxPage.words(request);
    String from = peer.of(request.exchange().getRequest());
    return asking
        .ask(from, email, to -> links.letter(to, words))
        .map(Problem::type)
        .map(
            type ->
                form(
                    request,
                    HttpStatus.valueOf(type.status().value()),
                    SAID.getOrDefault(type, "data.page.again"),
                    email))
        .orElseGet(() -> page.said(request, HttpStatus.ACCEPTED, "data.page.sent"));
  }

  private Mono<ServerResponse> form(
      ServerRequest request, HttpStatus status, @Nullable String error, String email) {
    Words words = MailboxPage.words(request);
    return page.answer(
        request,
        status,
        main -> {
          main.element("p", words.say("data.page.intro")).raw("\n");
          EmailForm.write(main, words, words.say("data.page.send"), email, error);
        });
  }
}
