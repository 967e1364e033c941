package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** A review as it is stored. */
final class ReviewDocument {

  static final String ID = "_id";
  static final String VERSION = "version";
  static final String PUBLISHED = "published";
  static final String SLUG = "slug";
  static final String TITLE = "title";
  static final String FILM = "film";
  static final String CRITIC = "critic";
  static final String SUMMARY = "summary";
  static final String HTML = "html";
  static final String OPEN = "commentsOpen";
  static final String PUBLISHED_AT = "publishedAt";

  private ReviewDocument() {}

  /** All fields but the id. */
  static Document of(ReviewState state) {
    return new Document(VERSION, state.version())
        .append(PUBLISHED, state.status() == ReviewState.Status.PUBLISHED)
        .append(SLUG, state.slug())
        .append(TITLE, state.title())
        .append(FILM, state.film())
        .append(CRITIC, state.critic())
        .append(SUMMARY, Summary.of(state.html()))
        .append(HTML, state.html())
        .append(OPEN, state.commentsOpen())
        .append(PUBLISHED_AT, Date.from(state.publishedAt()));
  }

  static Review review(Document stored) {
    return new Review(
        new ThreadId(stored.getString(ID)),
        stored.getLong(VERSION),
        stored.getString(SLUG),
        stored.getString(TITLE),
        stored.getString(FILM),
        stored.getString(CRITIC),
        stored.getString(SUMMARY),
        stored.getString(HTML),
        stored.getBoolean(OPEN, true),
        publishedAt(stored));
  }

  static ListedReview listed(Document stored) {
    return new ListedReview(
        new ListPlace(publishedAt(stored), new ThreadId(stored.getString(ID))),
        stored.getString(SLUG),
        stored.getString(TITLE),
        stored.getString(FILM),
        stored.getString(CRITIC),
        stored.getString(SUMMARY));
  }

  private static Instant publishedAt(Document stored) {
    return stored.getDate(PUBLISHED_AT).toInstant();
  }
}
