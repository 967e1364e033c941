package io.rejoinder.comment.mailbox;

import io.rejoinder.comment.rendering.Document;
import io.rejoinder.comment.rendering.Markup;
import io.rejoinder.comment.rendering.Words;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What this room's pages have around what they say. */
record MailboxPage(Document document) {

  static Words words(ServerRequest request) {
    return Words.accepted(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  Mono<ServerResponse> said(ServerRequest request, HttpStatus status, String key) {
    Words words = words(request);
    return answer(request, status, main -> main.element("p", words.say(key)).raw("\n"));
  }

  Mono<ServerResponse> answer(ServerRequest request, HttpStatus status, Consumer<Markup> main) {
    Words words = words(request);
    String title = words.say("data.page.title");
    Consumer<Markup> all = out -> main.accept(out.element("h1", title).raw("\n"));
    byte[] html = document.html(words, new Document.Parts(title, head -> {}, all));
    return document.reply(status, html).header("X-Robots-Tag", "noindex").mono();
  }
}
