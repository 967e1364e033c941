package io.rejoinder.system.drill;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.system.client.TopicReader;
import io.rejoinder.system.client.TopicReader.Entry;
import java.util.List;

/** What the import brings: threads to post to, and first comments to reply to. */
final class Opening {

  private static final int LOOKS = 240;
  private static final long LOOK_AGAIN_MILLIS = 500;

  private Opening() {}

  /** Waits until every review and every comment of the export is there. */
  static Threads await(TopicReader topics, Bound bound) {
    for (int look = 0; look < LOOKS; look++) {
      List<ReviewState> reviews = events(topics.whole(Topics.REVIEWS_PUBLISHED), ReviewState.class);
      List<CommentPublished> comments =
          events(topics.whole(Topics.COMMENTS_PUBLISHED), CommentPublished.class);
      if (reviews.size() >= Export.REVIEWS && comments.size() >= Export.COMMENTS) {
        Threads threads =
            new Threads(reviews.stream().map(review -> review.id().value()).distinct().toList());
        comments.forEach(
            comment -> threads.add(comment.thread().value(), new Threads.Parent(comment.key(), 1)));
        return threads;
      }
      bound.pause(LOOK_AGAIN_MILLIS);
    }
    throw new IllegalStateException("the export was not imported in time");
  }

  private static <T> List<T> events(List<Entry> entries, Class<T> type) {
    return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
  }
}
