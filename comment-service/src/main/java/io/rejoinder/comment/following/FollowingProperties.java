package io.rejoinder.comment.following;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Following by e-mail, where a mail server is configured.
 *
 * @param window how long comments are gathered before those who follow are told of all of them in
 *     one message, from the first one on; default 5 minutes
 * @param oldest comments that were written longer ago are no news, as after a long outage, or where
 *     they waited longer for a moderator; default 7 days
 * @param confirmWithin how long the link of a confirmation works; default 1 day
 * @param perMinute requests to follow of one network address in a minute; default 2
 * @param burst how many of them at once; default 5
 * @param addresses network addresses that are remembered at most; default 100000
 * @param listed comments that one message shows, the others are counted, 1..50; default 10
 * @param excerpt code points of a comment that a message shows, 20..5000; default 600
 * @param gathered comments of a partition that are gathered at most: with more the window ends;
 *     default 500
 */
@Validated
@ConfigurationProperties("rejoinder.comments.following")
record FollowingProperties(
    @DurationMin(millis = 1) @DefaultValue("5m") Duration window,
    @DurationMin(minutes = 1) @DefaultValue("7d") Duration oldest,
    @DurationMin(seconds = 1) @DefaultValue("1d") Duration confirmWithin,
    @Positive @DefaultValue("2") int perMinute,
    @Positive @DefaultValue("5") int burst,
    @Positive @DefaultValue("100000") int addresses,
    @Min(1) @Max(50) @DefaultValue("10") int listed,
    @Min(20) @Max(5000) @DefaultValue("600") int excerpt,
    @Positive @DefaultValue("500") int gathered) {}
