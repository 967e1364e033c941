package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.ETag;
import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.rendering.Links.Place;
import io.rejoinder.events.comment.CommentId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers with threads as HTML: as a part of another page, or as a page. */
final class ThreadPages {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadPages.class);

  private final Reading reading;
  private final Fragment fragment;
  private final ThreadDocument page;
  private final Document document;
  private final Rendered rendered;
  private final PageProperties bounds;
  private final Clock clock;

  ThreadPages(Reading reading, Views views, Rendered rendered, PageProperties bounds, Clock clock) {
    this.reading = reading;
    this.fragment = views.fragment();
    this.page = views.page();
    this.document = views.document();
    this.rendered = rendered;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** What writes the markup. */
  record Views(Fragment fragment, ThreadDocument page, Document document) {}

  Mono<ServerResponse> fragment(ServerRequest request) {
    String thread = request.pathVariable("thread");
    Words words = words(request);
    Place place = place(request);
    return reading
        .read(request, thread, place, limit(request))
        .map(
            outcome -> {
              Reading.Part part = outcome.part();
              if (part == null) {
                return refused(outcome.refused(), words);
              }
              Rendered.Html html =
                  rendered.get(
                      key("fragment", part, place, words), () -> fragment.of(part, place, words));
              return tagged(request, part, html);
            });
  }

  private static Reply tagged(ServerRequest request, Reading.Part part, Rendered.Html html) {
    String tag = html.etag();
    Reply reply =
        ETag.matches(request.headers().firstHeader(HttpHeaders.IF_NONE_MATCH), tag)
            ? Reply.empty(HttpStatus.NOT_MODIFIED)
            : new Reply(HttpStatus.OK, Document.HTML, html.bytes());
    return reply
        .header(HttpHeaders.ETAG, tag)
        .header(FormTokens.HEADER, part.formToken())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, "Accept-Language, Origin");
  }

  Mono<ServerResponse> page(ServerRequest request) {
    String parent = request.queryParam("reply").filter(CommentId::wellFormed).orElse(null);
    return page(request, null, HttpStatus.OK, parent);
  }

  /** The page with a form that was sent and not taken. */
  Mono<ServerResponse> again(ServerRequest request, CommentForm form, HttpStatus status) {
    return page(request, form, status, form.parent());
  }

  private Mono<ServerResponse> page(
      ServerRequest request,
      @Nullable CommentForm sent,
      HttpStatus status,
      @Nullable String parent) {
    String thread = request.pathVariable("thread");
    Words words = words(request);
    Place place = place(request);
    return reading
        .read(request, thread, place, limit(request))
        .map(
            outcome -> {
              Reading.Part part = outcome.part();
              if (part == null) {
                return refused(outcome.refused(), words);
              }
              String tag = sent == null ? tag(part, place, parent, words) : null;
              String known = request.headers().firstHeader(HttpHeaders.IF_NONE_MATCH);
              if (tag != null && ETag.matches(known, tag)) {
                return kept(Reply.empty(HttpStatus.NOT_MODIFIED), tag);
              }
              CommentForm form = sent == null ? CommentForm.fresh(part.formToken(), parent) : sent;
              byte[] html = page.html(part, place, comments(part, place, words), form, words);
              Reply reply = document.reply(status, html);
              return tag == null ? reply : kept(reply, tag);
            })
        .cast(ServerResponse.class)
        .onErrorResume(e -> interrupted(words, e));
  }

  /** The store did not answer: reading is interrupted for a while. */
  Mono<ServerResponse> interrupted(Words words, Throwable cause) {
    LOG.warn("a page could not be read: {}", cause.toString());
    String said = words.say("problem.store-unavailable");
    return sorry(HttpStatus.SERVICE_UNAVAILABLE, said, words)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .mono();
  }

  private byte[] comments(Reading.Part part, Place place, Words words) {
    return rendered
        .get(key("comments", part, place, words), () -> page.comments(part, place, words))
        .bytes();
  }

  private static Rendered.Key key(String kind, Reading.Part part, Place place, Words words) {
    return new Rendered.Key(kind, part.tag(), words.language(), place);
  }

  /** A reader's copy is good again with its own form, whose signed time lives for a day. */
  private String tag(Reading.Part part, Place place, @Nullable String parent, Words words) {
    String hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toString();
    String all = String.join("|", part.tag(), place.query(), parent, words.language(), hour);
    return "W/" + ETag.of(all.getBytes(UTF_8));
  }

  private static Reply kept(Reply reply, String tag) {
    return reply
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  /** The API's refusal as a page. */
  Reply refused(Api.@Nullable Answer refused, Words words) {
    if (refused == null) {
      throw new IllegalStateException("neither a page nor a refusal");
    }
    String said = Complaints.whole(refused.refusal(), words);
    return sorry(HttpStatus.valueOf(refused.status()), said, words);
  }

  /** A page that says no more than what went wrong. */
  Reply sorry(HttpStatus status, String said, Words words) {
    Document.Parts parts =
        new Document.Parts(said, head -> {}, main -> main.element("h1", said).raw("\n"));
    return document.reply(status, document.html(words, parts));
  }

  static Words words(ServerRequest request) {
    return Words.accepted(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static Place place(ServerRequest request) {
    return new Place(
        given(request, "sort").orElse(Place.NEWEST),
        given(request, "after").orElse(null),
        given(request, "before").orElse(null));
  }

  private static Optional<String> given(ServerRequest request, String name) {
    return request.queryParam(name).filter(value -> !value.isEmpty());
  }

  private int limit(ServerRequest request) {
    try {
      return given(request, "limit").map(Integer::parseInt).orElse(bounds.roots());
    } catch (NumberFormatException e) {
      return 0; // The API says what the bounds are.
    }
  }
}
