package io.rejoinder.comment.following;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.rendering.Document;
import io.rejoinder.comment.rendering.EmailForm;
import io.rejoinder.comment.rendering.FormBody;
import io.rejoinder.comment.rendering.Markup;
import io.rejoinder.comment.rendering.OwnForms;
import io.rejoinder.comment.rendering.Words;
import io.rejoinder.comment.thread.Threads;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Asking to follow a thread without JavaScript: a page with a form. */
final class FollowForm {

  private static final Map<ProblemType, String> SAID =
      Map.of(
          ProblemType.INVALID_REQUEST, "error.email",
          ProblemType.TOO_MANY_REQUESTS, "problem.too-many-requests",
          ProblemType.MAIL_OFF, "problem.not-found");

  private final Document document;
  private final Asking asking;
  private final Letters letters;
  private final Threads threads;
  private final FollowRoutes.Who who;
  private final OwnForms ownForms;

  FollowForm(
      Document document,
      Asking asking,
      Letters letters,
      Threads threads,
      FollowRoutes.Who who,
      OwnForms ownForms) {
    this.document = document;
    this.asking = asking;
    this.letters = letters;
    this.threads = threads;
    this.who = who;
    this.ownForms = ownForms;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    String thread = request.pathVariable("thread");
    return known(thread)
        ? form(request, HttpStatus.OK, null, "")
        : said(request, HttpStatus.NOT_FOUND, "problem.not-found");
  }

  Mono<ServerResponse> ask(ServerRequest request) {
    String thread = request.pathVariable("thread");
    if (!known(thread)) {
      return said(request, HttpStatus.NOT_FOUND, "problem.not-found");
    }
    // A form of another site would ask in the name of whoever visits that.
    if (!ownForms.sent(request)) {
      return said(request, HttpStatus.FORBIDDEN, "problem.origin-refused");
    }
    return FormBody.read(request)
        .onErrorReturn(Optional.empty())
        .flatMap(body -> asked(request, thread, body.map(it -> it.get("email")).orElse("")));
  }

  private Mono<ServerResponse> asked(ServerRequest request, String thread, String email) {
    String language = words(request).language();
    Optional<Problem> problem =
        asking.ask(
            who.address(request),
            email,
            to -> letters.confirmation(new Asked(to.value(), thread, null, language, null), to));
    return problem
        .map(Problem::type)
        .map(
            type ->
                form(
                    request,
                    HttpStatus.valueOf(type.status().value()),
                    SAID.getOrDefault(type, "follow.page.again"),
                    email))
        .orElseGet(() -> said(request, HttpStatus.ACCEPTED, "follow.page.mailbox"));
  }

  private boolean known(String thread) {
    return asking.on() && threads.standing(thread) != Threads.Standing.UNKNOWN;
  }

  private static Words words(ServerRequest request) {
    return Words.accepted(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private Mono<ServerResponse> form(
      ServerRequest request, HttpStatus status, @Nullable String error, String email) {
    Words words = words(request);
    String title = letters.title(request.pathVariable("thread"));
    return page(
        words,
        status,
        main -> {
          main.element("p", words.say("follow.page.intro", title)).raw("\n");
          EmailForm.write(main, words, words.say("follow.page.send"), email, error);
        });
  }

  private Mono<ServerResponse> said(ServerRequest request, HttpStatus status, String key) {
    Words words = words(request);
    return page(words, status, main -> main.element("p", words.say(key)).raw("\n"));
  }

  private Mono<ServerResponse> page(Words words, HttpStatus status, Consumer<Markup> main) {
    String title = words.say("follow.page.title");
    Consumer<Markup> all = out -> main.accept(out.element("h1", title).raw("\n"));
    byte[] html = document.html(words, new Document.Parts(title, head -> {}, all));
    return document.reply(status, html).header("X-Robots-Tag", "noindex").mono();
  }
}
