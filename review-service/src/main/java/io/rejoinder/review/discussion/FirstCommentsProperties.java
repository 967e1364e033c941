package io.rejoinder.review.discussion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many comments come with a review's page, and what it waits for them.
 *
 * @param roots comments that reply to none, with all their replies, 1..200; default 20
 * @param timeout how long a page waits at most; default 300 ms
 * @param kept how long they are shown again while the comment service is away; default 10 min
 * @param cache bytes that are kept; default 32 MB
 * @param page bytes that one page includes at most, else it has a link; default 1 MB
 */
@Validated
@ConfigurationProperties("rejoinder.comments.first")
record FirstCommentsProperties(
    @Min(1) @Max(200) @DefaultValue("20") int roots,
    @DefaultValue("300ms") Duration timeout,
    @DefaultValue("10m") Duration kept,
    @DefaultValue("32MB") DataSize cache,
    @DefaultValue("1MB") DataSize page) {}
