package io.rejoinder.comment.rendering;

import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Short pages under one title, in the language that the browser asks for, and for no search engine.
 *
 * @param document what every page has around its content
 * @param title the key of the title
 */
public record NotePages(Document document, String title) {

  /** The words of whoever asks. */
  public static Words words(ServerRequest request) {
    return Words.accepted(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** A page of one sentence, by its key. */
  public Mono<ServerResponse> said(ServerRequest request, HttpStatus status, String key) {
    Words words = words(request);
    return answer(request, status, main -> main.element("p", words.say(key)).raw("\n"));
  }

  /** A page. */
  public Mono<ServerResponse> answer(
      ServerRequest request, HttpStatus status, Consumer<Markup> main) {
    Words words = words(request);
    String heading = words.say(title);
    Consumer<Markup> all = out -> main.accept(out.element("h1", heading).raw("\n"));
    byte[] html = document.html(words, new Document.Parts(heading, head -> {}, all));
    return document.reply(status, html).header("X-Robots-Tag", "noindex").mono();
  }
}
