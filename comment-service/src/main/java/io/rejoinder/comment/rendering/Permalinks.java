package io.rejoinder.comment.rendering;

import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.rendering.Links.Place;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Key;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.comment.thread.Threads.Standing;
import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Leads from a comment to the page that it stands on, however deep in its thread. */
final class Permalinks {

  private static final Duration STORE_BOUND = Duration.ofSeconds(3);

  private final Comments comments;
  private final Threads threads;
  private final ThreadPages pages;

  Permalinks(Comments comments, Threads threads, ThreadPages pages) {
    this.comments = comments;
    this.threads = threads;
    this.pages = pages;
  }

  Mono<ServerResponse> lead(ServerRequest request) {
    String id = request.pathVariable("id");
    Words words = ThreadPages.words(request);
    Mono<ServerResponse> none =
        Mono.fromSupplier(
            () -> pages.sorry(HttpStatus.NOT_FOUND, words.say("problem.not-found"), words));
    if (!CommentId.wellFormed(id)) {
      return none;
    }
    return comments
        .find(new CommentId(id))
        .filter(comment -> comment.shown() != null)
        .filter(comment -> threads.standing(comment.thread().value()) != Standing.UNKNOWN)
        .flatMap(comment -> root(comment).map(root -> found(comment, root)))
        .timeout(STORE_BOUND)
        .switchIfEmpty(none);
  }

  private Mono<Comment> root(Comment comment) {
    var place = comment.place();
    if (place == null) {
      return Mono.empty();
    }
    return place.root().equals(comment.id()) ? Mono.just(comment) : comments.find(place.root());
  }

  /** The page that begins with its branch: that stays right whatever is written later. */
  private static ServerResponse found(Comment comment, Comment root) {
    String key = Key.before(root, Comments.Sort.NEWEST).toString();
    String page = Links.RELATIVE.page(comment.thread().value(), new Place(Place.NEWEST, key, null));
    return Reply.empty(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, page + "#comment-" + comment.id())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
