package io.rejoinder.comment.following;

import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is to be told of which comments, as they stand now. */
final class News {

  private static final Duration STORE_BOUND = Duration.ofSeconds(5);
  private static final Duration BROKER_BOUND = Duration.ofSeconds(10);

  private final Comments comments;
  private final Threads threads;
  private final Followers followers;
  private final FollowLog log;

  News(Comments comments, Threads threads, Followers followers, FollowLog log) {
    this.comments = comments;
    this.threads = threads;
    this.followers = followers;
    this.log = log;
  }

  /**
   * By the ids of those who follow, in their order, what each is told, oldest first. Nobody follows
   * an erased comment any more. Blocks.
   *
   * @throws RuntimeException if the store, or the broker, does not answer
   */
  NavigableMap<String, List<Comment>> of(Collection<CommentId> ids) {
    List<Comment> all = ids.isEmpty() ? List.of() : found(ids);
    List<Follow> ended =
        all.stream()
            .filter(comment -> comment.status() == Status.ERASED)
            .flatMap(comment -> followers.ofReplies(comment.id()).stream())
            .toList();
    log.stop(ended).block(BROKER_BOUND);
    NavigableMap<String, List<Comment>> news = new TreeMap<>();
    all.stream()
        .filter(this::told)
        .sorted(Comparator.comparing(Comment::createdAt))
        .forEach(
            comment ->
                tellable(comment)
                    .forEach(id -> news.computeIfAbsent(id, it -> new ArrayList<>()).add(comment)));
    return news;
  }

  private List<Comment> found(Collection<CommentId> ids) {
    List<Comment> all = comments.find(ids).collectList().block(STORE_BOUND);
    return all == null ? List.of() : all;
  }

  /** What was taken away meanwhile is not told, nor what another system knew for long. */
  private boolean told(Comment comment) {
    return comment.readable()
        && !comment.imported()
        && threads.standing(comment.thread().value()) != Threads.Standing.UNKNOWN;
  }

  /** An address that follows both is told that it is a reply. */
  private Stream<String> tellable(Comment comment) {
    CommentId parent = comment.parent();
    List<Follow> ofReplies = parent == null ? List.of() : of(followers.ofReplies(parent), comment);
    Set<String> told = new HashSet<>();
    ofReplies.forEach(follow -> told.add(follow.email().hash()));
    Stream<Follow> ofThread =
        of(followers.ofThread(comment.thread().value()), comment).stream()
            .filter(follow -> !told.contains(follow.email().hash()));
    return Stream.concat(ofReplies.stream(), ofThread).map(Follow::id);
  }

  /** Nobody is told of what they wrote, or of what stood there before they followed. */
  private static List<Follow> of(Collection<Follow> those, Comment comment) {
    @Nullable String author = comment.reader();
    return those.stream()
        .filter(follow -> !follow.wrote(author) && comment.at().isAfter(follow.at()))
        .toList();
  }
}
