package io.rejoinder.comment.mailbox;

import io.rejoinder.comment.personal.Belongings;
import io.rejoinder.comment.personal.Person;
import io.rejoinder.comment.rendering.FormBody;
import io.rejoinder.comment.rendering.Markup;
import io.rejoinder.comment.rendering.NotePages;
import io.rejoinder.comment.rendering.Words;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Where the link leads: what is kept of an address, to be taken along or erased. Opening it changes
 * nothing, because scanners of mail open every link. Who has the link is the address's owner.
 */
final class MailboxData {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxData.class);

  private final NotePages page;
  private final MailboxLinks links;
  private final Belongings belongings;

  MailboxData(NotePages page, MailboxLinks links, Belongings belongings) {
    this.page = page;
    this.links = links;
    this.belongings = belongings;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return owner(request)
        .map(owner -> kept(request, owner, HttpStatus.OK, false))
        .orElseGet(() -> over(request));
  }

  /** Does what the button says that was pressed. */
  Mono<ServerResponse> act(ServerRequest request) {
    return owner(request)
        .map(
            owner ->
                FormBody.read(request)
                    .onErrorReturn(Optional.empty())
                    .flatMap(form -> act(request, owner, form.orElse(null))))
        .orElseGet(() -> over(request));
  }

  private Mono<ServerResponse> act(
      ServerRequest request, Person.Mailbox owner, @Nullable FormBody form) {
    String what = form == null ? "" : form.get("what");
    if (what.equals("download")) {
      return belongings.download(owner).mono();
    }
    if (form == null || !what.equals("erase") || form.get("sure").isEmpty()) {
      return kept(request, owner, HttpStatus.UNPROCESSABLE_CONTENT, what.equals("erase"));
    }
    return belongings
        .erase(owner)
        .flatMap(erased -> page.said(request, HttpStatus.ACCEPTED, "data.page.erased"))
        .onErrorResume(e -> unconfirmed(request, e));
  }

  private Mono<ServerResponse> kept(
      ServerRequest request, Person.Mailbox owner, HttpStatus status, boolean unsure) {
    Words words = NotePages.words(request);
    return belongings
        .count(owner)
        .flatMap(
            counts ->
                page.answer(request, status, main -> kept(main, words, owner, counts, unsure)))
        .onErrorResume(e -> unconfirmed(request, e));
  }

  private static void kept(
      Markup main, Words words, Person.Mailbox owner, Map<String, Long> counts, boolean unsure) {
    long comments = counts.getOrDefault("comments", 0L);
    long follows = counts.getOrDefault("follows", 0L);
    if (comments + follows == 0) {
      main.element("p", words.say("data.page.nothing", owner.email())).raw("\n");
      return;
    }
    main.element("p", words.say("data.page.kept", owner.email())).raw("\n<ul>\n");
    counted(main, words, "data.comments", comments);
    counted(main, words, "data.follows", follows);
    main.raw("</ul>\n");
    main.raw("<form method=\"post\"><input type=\"hidden\" name=\"what\" value=\"download\">");
    main.raw("<button>").text(words.say("data.page.download")).raw("</button></form>\n");
    main.raw("<form method=\"post\"><input type=\"hidden\" name=\"what\" value=\"erase\">");
    main.raw(
        "<p><label class=\"rj-sure\"><input type=\"checkbox\" name=\"sure\" value=\"yes\" required");
    main.raw(unsure ? " aria-invalid=\"true\" aria-describedby=\"rj-error\"> " : "> ");
    main.text(words.say("data.page.sure")).raw("</label></p>\n");
    if (unsure) {
      main.raw("<p class=\"rj-error\" id=\"rj-error\">").text(words.say("data.page.unsure"));
      main.raw("</p>\n");
    }
    main.raw("<button>").text(words.say("data.page.erase")).raw("</button></form>\n");
  }

  private static void counted(Markup main, Words words, String key, long number) {
    if (number > 0) {
      main.element("li", words.count(key, number)).raw("\n");
    }
  }

  private Optional<Person.Mailbox> owner(ServerRequest request) {
    return links.owner(request.queryParam("token").orElse(""));
  }

  private Mono<ServerResponse> over(ServerRequest request) {
    Words words = NotePages.words(request);
    return page.answer(
        request,
        HttpStatus.NOT_FOUND,
        main -> {
          main.element("p", words.say("data.page.over")).raw("\n<p><a");
          main.attribute("href", "../your-data").raw(">");
          main.text(words.say("data.page.anew")).raw("</a></p>\n");
        });
  }

  private Mono<ServerResponse> unconfirmed(ServerRequest request, Throwable cause) {
    LOG.warn("the data of an address were not read, or not erased: {}", cause.toString());
    return page.said(request, HttpStatus.SERVICE_UNAVAILABLE, "data.page.again");
  }
}
