package io.rejoinder.comment.rendering;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.comment.edge.ETag;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.rendering.Subjects.Subject;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.comment.thread.Threads.Standing;
import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers with feeds: of a thread, and of the replies to one comment. */
final class Feeds {

  private static final MediaType ATOM =
      MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

  private static final int KEPT = 2_000;
  private static final Duration STORE_BOUND = Duration.ofSeconds(3);

  private final Comments comments;
  private final Threads threads;
  private final Subjects subjects;
  private final int entries;
  private final AsyncCache<String, Optional<Made>> kept;

  Feeds(Comments comments, Threads threads, Subjects subjects, PageProperties bounds) {
    this.comments = comments;
    this.threads = threads;
    this.subjects = subjects;
    this.entries = bounds.feed();
    this.kept =
        Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(bounds.feedKept()).buildAsync();
  }

  Mono<ServerResponse> thread(ServerRequest request) {
    String thread = request.pathVariable("thread");
    if (threads.standing(thread) == Standing.UNKNOWN) {
      return Problem.of(ProblemType.UNKNOWN_THREAD).answer(request);
    }
    Words words = ThreadPages.words(request);
    return answer(request, "thread " + thread, words, () -> ofThread(thread, words));
  }

  private Mono<Made> ofThread(String thread, Words words) {
    Subject subject = subjects.of(thread);
    String title = subject.title();
    String named =
        title == null ? words.say("feed.title.untitled") : words.say("feed.title", title);
    return comments
        .newest(thread, entries)
        .collectList()
        .map(
            newest ->
                new Feed(
                    "thread " + thread,
                    subjects.links().feed(thread),
                    named,
                    subject.address(),
                    newest))
        .map(feed -> Made.of(feed, words));
  }

  Mono<ServerResponse> replies(ServerRequest request) {
    String id = request.pathVariable("id");
    if (!CommentId.wellFormed(id)) {
      return Problem.of(ProblemType.NOT_FOUND).answer(request);
    }
    Words words = ThreadPages.words(request);
    return answer(request, "replies " + id, words, () -> ofReplies(new CommentId(id), words));
  }

  private Mono<Made> ofReplies(CommentId id, Words words) {
    return comments
        .find(id)
        .filter(comment -> comment.shown() != null && comment.place() != null)
        .filter(comment -> threads.standing(comment.thread().value()) != Standing.UNKNOWN)
        .flatMap(
            comment ->
                comments
                    .answers(id, entries)
                    .collectList()
                    .map(
                        newest ->
                            new Feed(
                                "replies " + id,
                                subjects.links().repliesFeed(id.value()),
                                words.say("feed.replies", comment.author()),
                                subjects.of(comment.thread().value()).address(),
                                newest)))
        .map(feed -> Made.of(feed, words));
  }

  private Mono<ServerResponse> answer(
      ServerRequest request, String name, Words words, Supplier<Mono<Made>> loader) {
    String key = words.language() + " " + name;
    return Mono.fromFuture(
            kept.get(
                key,
                (missing, executor) ->
                    loader
                        .get()
                        .timeout(STORE_BOUND)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .toFuture()),
            true)
        .flatMap(
            found ->
                found
                    .map(made -> made.reply(request).mono())
                    .orElseGet(() -> Problem.of(ProblemType.NOT_FOUND).answer(request)));
  }

  /**
   * A feed as it is sent.
   *
   * @param xml its bytes
   * @param etag its entity tag
   * @param updated when its newest entry was written or revised, in whole seconds
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  private record Made(byte[] xml, String etag, Instant updated) {

    static Made of(Feed feed, Words words) {
      byte[] xml = feed.xml(words);
      return new Made(xml, ETag.of(xml), feed.updated().truncatedTo(ChronoUnit.SECONDS));
    }

    Reply reply(ServerRequest request) {
      Reply reply =
          known(request)
              ? Reply.empty(HttpStatus.NOT_MODIFIED)
              : new Reply(HttpStatus.OK, ATOM, xml);
      String modified =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(updated.atOffset(ZoneOffset.UTC));
      return reply
          .header(HttpHeaders.ETAG, etag)
          .header(HttpHeaders.LAST_MODIFIED, modified)
          .header(HttpHeaders.CACHE_CONTROL, "no-cache")
          .header(HttpHeaders.VARY, "Accept-Language, Origin");
    }

    /** A tag is the better witness: a removed comment leaves no date (RFC 9110, 13.2.2). */
    private boolean known(ServerRequest request) {
      HttpHeaders headers = request.exchange().getRequest().getHeaders();
      String tag = headers.getFirst(HttpHeaders.IF_NONE_MATCH);
      if (tag != null) {
        return ETag.matches(tag, etag);
      }
      long since = headers.getIfModifiedSince();
      return since >= 0 && updated.toEpochMilli() <= since;
    }
  }
}
