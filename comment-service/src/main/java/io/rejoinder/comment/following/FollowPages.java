package io.rejoinder.comment.following;

import io.rejoinder.comment.rendering.Document;
import io.rejoinder.comment.rendering.FormBody;
import io.rejoinder.comment.rendering.Markup;
import io.rejoinder.comment.rendering.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Where the links of messages lead. Opening one changes nothing, because scanners of mail open
 * every link; a button does. Who has the link needs no script and is not asked who they are.
 */
final class FollowPages {

  private static final Logger LOG = LoggerFactory.getLogger(FollowPages.class);

  private final Document document;
  private final Links links;
  private final Letters letters;
  private final Followers followers;
  private final FollowLog log;

  FollowPages(Document document, Links links, Letters letters, Followers followers, FollowLog log) {
    this.document = document;
    this.links = links;
    this.letters = letters;
    this.followers = followers;
    this.log = log;
  }

  Mono<ServerResponse> confirm(ServerRequest request) {
    Optional<Asked> asked = links.asked(token(request));
    if (asked.isEmpty()) {
      return over(request, "follow.page.over");
    }
    Words words = Words.in(asked.get().language());
    return page(
        words,
        "follow.page.title",
        main -> {
          String ask = "follow.page.ask" + of(asked.get());
          paragraph(main, words.say(ask, letters.title(asked.get().thread()), asked.get().email()));
          form(main, words.say("follow.page.yes"), "");
        });
  }

  Mono<ServerResponse> confirmed(ServerRequest request) {
    Optional<Asked> asked = links.asked(token(request));
    if (asked.isEmpty()) {
      return over(request, "follow.page.over");
    }
    Words words = Words.in(asked.get().language());
    return log.follow(asked.get())
        .then(
            page(
                words,
                "follow.page.title",
                main -> {
                  String done = "follow.page.done" + of(asked.get());
                  paragraph(main, words.say(done, letters.title(asked.get().thread())));
                  String stop = "stop?token=" + links.stopToken(log.id(asked.get()));
                  main.raw("<p><a").attribute("href", stop).raw(">");
                  main.text(words.say("news.stop")).raw("</a></p>\n");
                }))
        .onErrorResume(e -> notConfirmed(words, e));
  }

  Mono<ServerResponse> stop(ServerRequest request) {
    Optional<String> id = links.stopped(token(request));
    if (id.isEmpty()) {
      return over(request, "stop.page.unknown");
    }
    Words words = words(request, id.get());
    return page(
        words,
        "stop.page.title",
        main -> {
          paragraph(main, words.say("stop.page.ask"));
          form(main, words.say("stop.page.yes"), "");
          form(main, words.say("stop.page.all"), "all");
        });
  }

  /** By the page's button, or by a mail program with one click (RFC 8058, 3.2). */
  Mono<ServerResponse> stopped(ServerRequest request) {
    Optional<String> id = links.stopped(token(request));
    if (id.isEmpty()) {
      return over(request, "stop.page.unknown");
    }
    Words words = words(request, id.get());
    return FormBody.read(request)
        // Whatever else was sent: this address is asked to stop.
        .onErrorReturn(Optional.empty())
        .flatMap(form -> stop(id.get(), form.map(it -> it.get("what")).orElse("").equals("all")))
        .then(page(words, "stop.page.title", main -> paragraph(main, words.say("stop.page.done"))))
        .onErrorResume(e -> notConfirmed(words, e));
  }

  private Mono<?> stop(String id, boolean all) {
    List<Follow> those =
        all
            ? followers.find(id).map(it -> followers.ofAddress(it.email().hash())).orElse(List.of())
            : List.of();
    // Not known here is not the same as not there: another instance may know it already.
    return log.stop(id).then(log.stop(those));
  }

  private Words words(ServerRequest request, String id) {
    return followers
        .find(id)
        .map(follow -> Words.in(follow.language()))
        .orElseGet(() -> accepted(request));
  }

  private static Words accepted(ServerRequest request) {
    return Words.accepted(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static String token(ServerRequest request) {
    return request.queryParam("token").orElse("");
  }

  private static String of(Asked asked) {
    return asked.comment() == null ? "" : ".replies";
  }

  private static void paragraph(Markup main, String said) {
    main.element("p", said).raw("\n");
  }

  /** Sent to the page's own address, which has the token. */
  private static void form(Markup main, String button, String what) {
    main.raw("<form method=\"post\"><input type=\"hidden\" name=\"what\"");
    main.attribute("value", what).raw("><button>").text(button).raw("</button></form>\n");
  }

  private Mono<ServerResponse> page(Words words, String title, Consumer<Markup> main) {
    return page(HttpStatus.OK, words, title, main);
  }

  private Mono<ServerResponse> page(
      HttpStatus status, Words words, String title, Consumer<Markup> main) {
    Consumer<Markup> all = out -> main.accept(out.element("h1", words.say(title)).raw("\n"));
    return Mono.fromSupplier(
        () ->
            document
                .reply(
                    status,
                    document.html(words, new Document.Parts(words.say(title), head -> {}, all)))
                .header("X-Robots-Tag", "noindex"));
  }

  private Mono<ServerResponse> over(ServerRequest request, String said) {
    Words words = accepted(request);
    return page(
        HttpStatus.NOT_FOUND, words, "follow.page.title", main -> paragraph(main, words.say(said)));
  }

  private Mono<ServerResponse> notConfirmed(Words words, Throwable cause) {
    LOG.warn("a follow or its stop was not confirmed: {}", cause.toString());
    return page(
        HttpStatus.SERVICE_UNAVAILABLE,
        words,
        "follow.page.title",
        main -> paragraph(main, words.say("follow.page.again")));
  }
}
