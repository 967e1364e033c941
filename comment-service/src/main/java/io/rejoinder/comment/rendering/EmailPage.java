package io.rejoinder.comment.rendering;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A page whose form asks for an e-mail address, to which something is sent then. */
public final class EmailPage {

  private static final Map<ProblemType, String> SAID =
      Map.of(
          ProblemType.INVALID_REQUEST, "error.email",
          ProblemType.TOO_MANY_REQUESTS, "problem.too-many-requests",
          ProblemType.MAIL_OFF, "problem.not-found");

  private final NotePages pages;
  private final String name;
  private final OwnForms ownForms;
  private final Question question;

  /**
   * A page.
   *
   * @param name of its words: {@code <name>.page.title}, {@code .intro} (which is told what it is
   *     about), {@code .send}, {@code .sent} and {@code .again}
   * @param ownForms tells its own form from another site's, which would ask in the name of whoever
   *     visits that
   */
  public EmailPage(Document document, String name, OwnForms ownForms, Question question) {
    this.pages = new NotePages(document, name + ".page.title");
    this.name = name;
    this.ownForms = ownForms;
    this.question = question;
  }

  /** What is asked of the address. */
  public interface Question {

    /** Whether it can be asked there. */
    boolean on(ServerRequest request);

    /** What it is about. */
    String about(ServerRequest request);

    /** Sends it to an address as it was typed; what was wrong, if that was refused. */
    Optional<Problem> ask(ServerRequest request, Words words, String email);
  }

  /** The empty form. */
  public Mono<ServerResponse> show(ServerRequest request) {
    return question.on(request)
        ? form(request, HttpStatus.OK, null, "")
        : pages.said(request, HttpStatus.NOT_FOUND, "problem.not-found");
  }

  /** What the form sent. */
  public Mono<ServerResponse> ask(ServerRequest request) {
    if (!question.on(request)) {
      return pages.said(request, HttpStatus.NOT_FOUND, "problem.not-found");
    }
    if (!ownForms.sent(request)) {
      return pages.said(request, HttpStatus.FORBIDDEN, "problem.origin-refused");
    }
    return FormBody.read(request)
        .onErrorReturn(Optional.empty())
        .flatMap(body -> asked(request, body.map(it -> it.get("email")).orElse("")));
  }

  private Mono<ServerResponse> asked(ServerRequest request, String email) {
    return question
        .ask(request, NotePages.words(request), email)
        .map(Problem::type)
        .map(
            type ->
                form(
                    request,
                    HttpStatus.valueOf(type.status().value()),
                    SAID.getOrDefault(type, name + ".page.again"),
                    email))
        .orElseGet(() -> pages.said(request, HttpStatus.ACCEPTED, name + ".page.sent"));
  }

  private Mono<ServerResponse> form(
      ServerRequest request, HttpStatus status, @Nullable String error, String email) {
    Words words = NotePages.words(request);
    return pages.answer(
        request,
        status,
        main -> {
          main.element("p", words.say(name + ".page.intro", question.about(request))).raw("\n");
          write(main, words, email, error);
        });
  }

  private void write(Markup out, Words words, String email, @Nullable String error) {
    out.raw("<form method=\"post\" accept-charset=\"utf-8\">\n");
    out.raw("<div><label for=\"rj-email\">").text(words.say("email.field"));
    out.raw("</label><input id=\"rj-email\" name=\"email\" type=\"email\" required");
    out.raw(" dir=\"auto\" autocomplete=\"email\"");
    out.raw(error == null ? "" : " aria-invalid=\"true\" aria-describedby=\"rj-error\"");
    out.attribute("value", email).raw(">");
    if (error != null) {
      out.raw("<p class=\"rj-error\" id=\"rj-error\">").text(words.say(error)).raw("</p>");
    }
    out.raw("</div>\n<button>").text(words.say(name + ".page.send")).raw("</button>\n</form>\n");
  }
}
