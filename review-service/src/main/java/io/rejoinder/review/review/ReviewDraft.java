package io.rejoinder.review.review;

import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review that somebody wants published.
 *
 * @param id its id: a draft with a known id is the same review
 * @param slugWish what its address is made of; a new review whose slug is taken gets a number
 * @param title plain text
 * @param film the film
 * @param critic the critic's name
 * @param html rendered and sanitised
 * @param markdown as written; null where it was imported
 * @param commentsOpen whether readers may answer; for a known review what holds here stays
 * @param origin where it was imported from
 * @param publishedAt when it was published; null for the time of writing
 */
public record ReviewDraft(
    ThreadId id,
    String slugWish,
    String title,
    @Nullable String film,
    String critic,
    String html,
    @Nullable String markdown,
    boolean commentsOpen,
    @Nullable Origin origin,
    @Nullable Instant publishedAt) {}
