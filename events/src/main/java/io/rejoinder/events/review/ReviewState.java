package io.rejoinder.events.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.events.Event;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A review as it stands. Its id is the id of its thread.
 *
 * @param id the review's id
 * @param version 1 for the first state, one more with each change
 * @param status whether it can be read
 * @param slug the last part of its address
 * @param title its title, plain text
 * @param film the film that it is about, as its critic names it
 * @param critic the critic's name
 * @param html the review, rendered and sanitised
 * @param markdown the review as written; absent where it was imported as HTML
 * @param commentsOpen whether readers may answer
 * @param origin where it was imported from
 * @param publishedAt when it was published (for an imported one, there)
 * @param at when this state was written
 */
public record ReviewState(
    ThreadId id,
    long version,
    Status status,
    String slug,
    String title,
    @Nullable String film,
    String critic,
    String html,
    @Nullable String markdown,
    boolean commentsOpen,
    @Nullable Origin origin,
    Instant publishedAt,
    Instant at)
    implements Event {
  /** Checks that all that is not optional is there. */
  public ReviewState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(slug, "slug");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(critic, "critic");
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(publishedAt, "publishedAt");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public String key() {
    return id.value();
  }

  @Override
  public String eventId() {
    return id + "/" + version;
  }

  /** Whether readers can read it. */
  public enum Status {
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("withdrawn")
    WITHDRAWN
  }
}
