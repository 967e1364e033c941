package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review as readers see it.
 *
 * @param id its id, which is the id of its thread
 * @param version the version of its state
 * @param slug the last part of its address
 * @param title plain text
 * @param film the film, as its critic names it
 * @param critic the critic's name
 * @param summary its first words, plain text
 * @param html rendered and sanitised
 * @param commentsOpen whether readers may answer
 * @param publishedAt when it was published, to the millisecond
 */
public record Review(
    ThreadId id,
    long version,
    String slug,
    String title,
    @Nullable String film,
    String critic,
    String summary,
    String html,
    boolean commentsOpen,
    Instant publishedAt) {}
