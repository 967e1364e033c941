package io.rejoinder.comment.submission;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what a reader may send.
 *
 * @param body the whole body; default 64 KB
 * @param text code points of a comment without surrounding space; default 5000
 * @param name code points of a name; default 80
 * @param email characters of an e-mail address; default 254 (RFC 5321)
 * @param depth levels of replies below a root; default 8
 * @param parentTimeout how long a reply waits to learn of its parent; default 250 ms, then it is
 *     taken without knowing
 * @param outcomeTimeout how long an edit or a withdrawal waits for its outcome before it is
 *     answered with 202; default 2 s
 * @param streams streams of submissions that one instance holds open; default 5000
 */
@Validated
@ConfigurationProperties("rejoinder.comments.limits")
record Limits(
    @DefaultValue("64KB") DataSize body,
    @Positive @DefaultValue("5000") int text,
    @Positive @DefaultValue("80") int name,
    @Positive @DefaultValue("254") int email,
    @Positive @DefaultValue("8") int depth,
    @DefaultValue("250ms") Duration parentTimeout,
    @DefaultValue("2s") Duration outcomeTimeout,
    @Positive @DefaultValue("5000") int streams) {}
