package io.rejoinder.comment.following;

import io.rejoinder.comment.mail.Delivery;
import io.rejoinder.comment.mail.Mail;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.thread.Comment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages about one window on their way, a few at a time and in the order of the ids of who
 * gets them, so that one id says how far they came. Used in one thread.
 */
final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  /** After a crash at most so many are sent again. */
  private static final int AT_ONCE = 4;

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final NavigableMap<String, List<Comment>> waiting;
  private final NavigableMap<String, Underway> underway = new TreeMap<>();
  private final Post post;
  private final String name;
  private String after;
  private boolean ended;
  private long notBefore = System.nanoTime();

  /**
   * Messages to be sent.
   *
   * @param news by the ids of those who follow
   * @param after the last of them, in the order of ids, who was told before; empty for none
   * @param name of the window: the same whoever sends it
   */
  Sending(NavigableMap<String, List<Comment>> news, String after, String name, Post post) {
    this.waiting = new TreeMap<>(news.tailMap(after, false));
    this.after = after;
    this.name = name;
    this.post = post;
  }

  /**
   * What sends a message.
   *
   * @param within how long to try
   */
  record Post(Followers followers, Letters letters, Mailer mailer, Duration within) {

    /** Who stopped it meanwhile is not told; an address that cannot be read any more neither. */
    Optional<Mail> mail(String id, List<Comment> comments, String name) {
      try {
        return followers
            .find(id)
            .flatMap(follow -> letters.news(follow, comments, "news." + id + "." + name));
      } catch (IllegalArgumentException | IllegalStateException e) {
        LOG.error("{}: no message could be made: {}", id, e.toString());
        return Optional.empty();
      }
    }
  }

  /** Goes on as far as that is possible without waiting. */
  void step() {
    settle();
    while (underway.size() < AT_ONCE && !waiting.isEmpty()) {
      Map.Entry<String, List<Comment>> first = waiting.pollFirstEntry();
      underway.put(first.getKey(), send(first.getKey(), first.getValue()));
    }
  }

  private Underway send(String id, List<Comment> comments) {
    return new Underway(
        comments,
        post.mail(id, comments, name)
            .map(mail -> post.mailer().send(mail, post.within()))
            .orElseGet(() -> CompletableFuture.completedFuture(Delivery.REFUSED)));
  }

  /** One that is handed over, or waits for it. */
  private record Underway(List<Comment> comments, CompletableFuture<Delivery> sending) {}

  /** Takes note of those that are done, in their order. */
  void settle() {
    while (!underway.isEmpty() && underway.firstEntry().getValue().sending().isDone()) {
      String id = underway.firstKey();
      Underway first = underway.firstEntry().getValue();
      if (first.sending().isCompletedExceptionally()) {
        if (!ended) {
          again(id, first);
        }
        return;
      }
      underway.remove(id);
      after = id;
    }
  }

  /** Too many messages wait in all: a little later. */
  private void again(String id, Underway refused) {
    if (System.nanoTime() - notBefore >= 0) {
      notBefore = System.nanoTime() + PAUSE_NANOS;
      underway.put(id, send(id, refused.comments()));
    }
  }

  /** Whether some are being handed over. */
  boolean underway() {
    return underway.values().stream().anyMatch(it -> !it.sending().isDone());
  }

  boolean done() {
    return waiting.isEmpty() && underway.isEmpty();
  }

  /** The last one up to whom all were told; empty for none. */
  String after() {
    return after;
  }

  /** Ends: takes back what nobody has begun to hand over. */
  void cancel() {
    ended = true;
    underway.values().forEach(it -> it.sending().cancel(false));
  }
}
